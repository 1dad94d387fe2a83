# Settings and functions shared by every CMakeLists.txt of the project.

include(GNUInstallDirs)

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
set(CMAKE_UNITY_BUILD_BATCH_SIZE 24)
# Every QML module of the project lands in one import root, apart from the programs in bin/.
set(QT_QML_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/qmlmods)

option(SUHBAT_WERROR "Treat compiler warnings as errors" OFF)
option(SUHBAT_SANITIZE "Build with address and undefined behaviour sanitizers" OFF)
option(SUHBAT_COVERAGE "Build with coverage counters" OFF)
option(SUHBAT_FUZZ "Build the targets of tests/fuzz with libFuzzer (clang)" OFF)
option(SUHBAT_PCH "Compile the headers that nearly every file reads only once (GCC)" OFF)
option(SUHBAT_TIDY_TEST "Add clang-tidy on changed files as a test" OFF)

# Both only shorten the build; a machine without them builds all the same.
find_program(SUHBAT_CCACHE ccache)
if(SUHBAT_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${SUHBAT_CCACHE})
    if(SUHBAT_PCH)
        # Only so does ccache cache what reads a precompiled header.
        set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
            CCACHE_SLOPPINESS=pch_defines,time_macros ${SUHBAT_CCACHE})
    endif()
endif()
find_program(SUHBAT_MOLD mold)
if(SUHBAT_MOLD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    add_link_options(-fuse-ld=mold)
endif()

# A unity source takes up to 1.4 GB (scripts/build counts with it): collecting less often is a tenth.
if(CMAKE_UNITY_BUILD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    add_compile_options(--param=ggc-min-expand=300 --param=ggc-min-heapsize=800000)
endif()

if(SUHBAT_SANITIZE)
    add_compile_options(-fsanitize=address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
    add_link_options(-fsanitize=address,undefined)
endif()
if(SUHBAT_FUZZ)
    add_compile_options(-fsanitize=fuzzer-no-link,address,undefined -fno-omit-frame-pointer
                        -fno-sanitize-recover=undefined)
    add_link_options(-fsanitize=address,undefined)
endif()
if(SUHBAT_COVERAGE)
    add_compile_options(--coverage -fprofile-abs-path)
    add_link_options(--coverage)
endif()

# What every target of ours is compiled with.
function(suhbat_defaults target)
    target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wnon-virtual-dtor
                           -Woverloaded-virtual -Wimplicit-fallthrough
                           $<$<CXX_COMPILER_ID:GNU>:-Wshadow=local>)
    if(SUHBAT_WERROR)
        target_compile_options(${target} PRIVATE -Werror)
    endif()
    target_compile_definitions(${target} PRIVATE QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII
        QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH QT_NO_KEYWORDS QT_DEPRECATED_WARNINGS
        QT_MESSAGELOGCONTEXT)
    target_include_directories(${target} PUBLIC ${PROJECT_SOURCE_DIR}/src)
    if(TARGET suhbat_precompiled AND NOT target STREQUAL suhbat_precompiled)
        target_precompile_headers(${target} REUSE_FROM suhbat_precompiled)
    endif()
endfunction()

# The one precompiled header. It sees the definitions that all targets have and no others:
# a compiler passes over one that was made with different ones. So nothing of QtTest or QtNetwork.
function(suhbat_precompile)
    if(NOT SUHBAT_PCH)
        return()
    endif()
    file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/precompiled.cpp CONTENT "// Nothing but the header.\n")
    add_library(suhbat_precompiled OBJECT ${CMAKE_BINARY_DIR}/precompiled.cpp)
    target_link_libraries(suhbat_precompiled PRIVATE Qt6::Core)
    set_target_properties(suhbat_precompiled PROPERTIES AUTOMOC OFF)
    suhbat_defaults(suhbat_precompiled)
    target_precompile_headers(suhbat_precompiled PRIVATE ${PROJECT_SOURCE_DIR}/scripts/cmake/precompiled.h)
endfunction()

# One static library a folder of src/: suhbat_library(wire SOURCES a.cpp … LINK suhbat_domain …)
function(suhbat_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
    add_library(suhbat_${name} STATIC ${ARG_SOURCES})
    target_link_libraries(suhbat_${name} PUBLIC ${ARG_LINK})
    suhbat_defaults(suhbat_${name})
endfunction()

# A program: suhbat_program(suhbat-listen SOURCES main.cpp LINK …); it lands in bin/.
function(suhbat_program name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE ${ARG_LINK})
    suhbat_defaults(${name})
endfunction()

# Code that Qt's tools write: quickly compiled, and nobody steps through it.
set(SUHBAT_NO_DEBUG_INFO $<$<CONFIG:Debug>:-g0>)
function(suhbat_generated target)
    suhbat_defaults(${target})
    target_compile_options(${target} PRIVATE -w ${SUHBAT_NO_DEBUG_INFO})
endfunction()

# What Qt adds to a QML module (resources, initialisers, compiled QML) holds nothing for moc, and
# there are some forty such targets to look at; and what moc writes needs no debug information.
# Call it last, with the folder of the whole tree.
function(suhbat_spare_generated folder)
    get_property(targets DIRECTORY ${folder} PROPERTY BUILDSYSTEM_TARGETS)
    foreach(target IN LISTS targets)
        if(target MATCHES "(_init|_qmlcache|_resources_[0-9]+)$")
            set_target_properties(${target} PROPERTIES AUTOMOC OFF)
        endif()
        if(target MATCHES "(_init|_qmlcache|plugin)$")
            suhbat_generated(${target})
        endif()
        get_target_property(binary_dir ${target} BINARY_DIR)
        set_property(SOURCE ${binary_dir}/${target}_autogen/mocs_compilation.cpp DIRECTORY ${folder}
                     APPEND PROPERTY COMPILE_OPTIONS ${SUHBAT_NO_DEBUG_INFO})
    endforeach()
    get_property(below DIRECTORY ${folder} PROPERTY SUBDIRECTORIES)
    foreach(one IN LISTS below)
        suhbat_spare_generated(${one})
    endforeach()
endfunction()

# The environment of every test: no display, one time zone, one locale, no user configuration.
set(SUHBAT_TEST_ENVIRONMENT
    "QT_QPA_PLATFORM=offscreen;QT_QUICK_BACKEND=software;TZ=UTC;LC_ALL=C.UTF-8;LANGUAGE=en;QT_FORCE_STDERR_LOGGING=1;UBSAN_OPTIONS=print_stacktrace=1")

# A test class: suhbat_test(unit_wire_classifier LABEL unit SOURCES tst_classifier.cpp … LINK …)
# The name of the test starts with its label; the first source holds the class. All classes of a
# folder share one program, LABEL_FOLDER, unless the file has a main() of its own: so headers are
# read, moc is run, libraries are linked once for many.
# TIMEOUT in seconds, default 60. DEFINE: for all of the program. DEPENDS: targets it starts.
function(suhbat_test name)
    cmake_parse_arguments(ARG "" "LABEL;TIMEOUT" "SOURCES;LINK;DEFINE;DEPENDS" ${ARGN})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 60)
    endif()
    list(GET ARG_SOURCES 0 first)
    file(STRINGS ${first} shared REGEX "^SUHBAT_TEST\\(")
    if(shared)
        cmake_path(GET CMAKE_CURRENT_SOURCE_DIR FILENAME folder)
        if(folder STREQUAL ARG_LABEL)
            set(folder tests)
        endif()
        set(program ${ARG_LABEL}_${folder})
        cmake_path(GET first STEM class)
        if(NOT TARGET ${program})
            add_executable(${program})
            target_link_libraries(${program} PRIVATE suhbat_test_program)
            suhbat_test_defaults(${program})
        endif()
    else()
        set(program ${name})
        set(class "")
        add_executable(${program})
        suhbat_test_defaults(${program})
    endif()
    get_target_property(present ${program} SOURCES)
    foreach(source IN LISTS ARG_SOURCES)
        if(NOT source IN_LIST present)
            target_sources(${program} PRIVATE ${source})
            suhbat_test_moc(${program} ${source})
        endif()
    endforeach()
    target_link_libraries(${program} PRIVATE ${ARG_LINK})
    target_compile_definitions(${program} PRIVATE ${ARG_DEFINE})
    if(ARG_DEPENDS)
        add_dependencies(${program} ${ARG_DEPENDS})
    endif()
    add_test(NAME ${name} COMMAND ${program} ${class} -nocrashhandler)
    set_tests_properties(${name} PROPERTIES LABELS ${ARG_LABEL} TIMEOUT ${ARG_TIMEOUT}
                         ENVIRONMENT "${SUHBAT_TEST_ENVIRONMENT}")
    if(ARG_LABEL STREQUAL gui)
        # The long ones begin first, also where ctest has not measured them yet.
        set_tests_properties(${name} PROPERTIES COST 20)
    endif()
endfunction()

function(suhbat_test_defaults program)
    target_link_libraries(${program} PRIVATE suhbat_test_support Qt6::Test)
    target_compile_definitions(${program} PRIVATE SUHBAT_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    suhbat_defaults(${program})
    target_include_directories(${program} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/moc)
    # Lines for a backtrace; the variables of a test are worth less than the time they take.
    target_compile_options(${program} PRIVATE $<$<CONFIG:Debug>:-g1>)
    set_target_properties(${program} PROPERTIES AUTOMOC OFF
                          RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests-bin)
endfunction()

# What moc makes of a file of a test. AUTOMOC lets it read all the headers, which takes fifty times
# as long; a test has nothing in it that they would tell.
function(suhbat_test_moc program source)
    cmake_path(ABSOLUTE_PATH source NORMALIZE)
    cmake_path(GET source STEM stem)
    # As it is when CMake runs: the first Q_OBJECT in a file wants another run.
    file(STRINGS ${source} object REGEX "^ +Q_(OBJECT|GADGET)$" LIMIT_COUNT 1)
    if(NOT object)
        return()
    endif()
    if(source MATCHES "\\.h$")
        set(made ${CMAKE_CURRENT_BINARY_DIR}/moc/moc_${stem}.cpp)
    else()
        set(made ${CMAKE_CURRENT_BINARY_DIR}/moc/${stem}.moc)
    endif()
    get_property(known DIRECTORY PROPERTY suhbat_mocs)
    if(NOT made IN_LIST known)
        qt_generate_moc(${source} ${made})
        set_property(DIRECTORY APPEND PROPERTY suhbat_mocs ${made})
    endif()
    target_sources(${program} PRIVATE ${made})
endfunction()
