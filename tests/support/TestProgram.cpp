#include "support/TestProgram.h"

#include <QFileInfo>
#include <QGuiApplication>
#include <QTemporaryDir>

#include <cstdio>
#include <vector>

namespace suhbat::test {

namespace {

struct Entry
{
    QByteArray name;
    Needs needs;
    TestEntry::Run run;
};

std::vector<Entry> &entries()
{
    static std::vector<Entry> all; // before main(), so in no order of its own
    return all;
}

} // namespace

TestEntry::TestEntry(const char *file, Needs needs, Run run)
{
    entries().push_back({QFileInfo(QFile::decodeName(file)).baseName().toUtf8(), needs, run});
}

} // namespace suhbat::test

int main(int argc, char *argv[])
{
    using namespace suhbat::test;
    // A home that goes with it: no test reads, writes or removes what belongs to a person.
    const QTemporaryDir home;
    if (!home.isValid()) {
        std::fprintf(stderr, "no folder for the test: %s\n", qPrintable(home.errorString()));
        return 1;
    }
    qputenv("HOME", QFile::encodeName(home.path()));
    for (const char *name :
         {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"})
        qunsetenv(name);
    for (const Entry &entry : entries()) {
        if (argc < 2 || entry.name != argv[1])
            continue;
        // QtTest reads what comes after the name.
        argv[1] = argv[0];
        int count = argc - 1;
        char **rest = argv + 1;
        switch (entry.needs) {
        case Needs::Nothing:
            return entry.run(count, rest);
        case Needs::Core: {
            const QCoreApplication app(count, rest);
            return entry.run(count, rest);
        }
        case Needs::Gui: {
            const QGuiApplication app(count, rest);
            return entry.run(count, rest);
        }
        }
    }
    std::fprintf(stderr, "usage: %s TEST [argument of QtTest...]; TEST is one of\n", argv[0]);
    for (const Entry &entry : entries())
        std::fprintf(stderr, "  %s\n", entry.name.constData());
    return 2;
}
