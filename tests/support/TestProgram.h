#pragma once

#include <QtTest>

namespace suhbat::test {

/// What a test class wants to run in.
enum class Needs {
    Nothing, ///< it makes its own application, or wants none
    Core,    ///< a QCoreApplication
    Gui,     ///< a QGuiApplication
};

/// One class of the several in a test program; the program's first argument chooses it.
class TestEntry
{
public:
    using Run = int (*)(int argc, char *argv[]);

    /// `file`: of the class, tst_NAME.cpp; it is chosen as tst_NAME.
    TestEntry(const char *file, Needs needs, Run run);
};

} // namespace suhbat::test

/// Stands where QTEST_MAIN would: all classes of a folder share one program, which is built and
/// linked once.
#define SUHBAT_TEST(Class, needs)                                                                  \
    static const suhbat::test::TestEntry entryOf##Class(                                           \
        __FILE__, suhbat::test::Needs::needs, [](int argc, char *argv[]) {                         \
            Class test;                                                                            \
            return QTest::qExec(&test, argc, argv);                                                \
        });
