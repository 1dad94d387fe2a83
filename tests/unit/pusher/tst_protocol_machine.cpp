#include "MachineDriver.h"

#include <QTest>

using namespace suhbat;
using namespace suhbat::pusher;
using suhbat::test::MachineDriver;

class ProtocolMachineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void statement070_strangeFramesAreHarmless_data();
    void statement070_strangeFramesAreHarmless();

private:
    PusherOptions m_options;
    double m_random = 0.5;
};

void ProtocolMachineTest::init()
{
    test::failOnAnyWarning();
    m_options = test::machineOptions(m_random);
}

void ProtocolMachineTest::statement070_strangeFramesAreHarmless_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<int>("errors");
    QTest::addColumn<int>("events");
    QTest::newRow("unknown event")
        << QByteArray(R"({"event":"what","x":[1,{"y":null}]})") << 0 << 1;
    QTest::newRow("unknown channel") << QByteArray(R"({"event":"e","channel":"c"})") << 0 << 0;
    QTest::newRow("array") << QByteArray("[1,2]") << 0 << 0;
    QTest::newRow("number") << QByteArray("7") << 0 << 0;
    QTest::newRow("null") << QByteArray("null") << 0 << 0;
    QTest::newRow("event a number") << QByteArray(R"({"event":7,"data":{}})") << 0 << 0;
    QTest::newRow("half") << QByteArray(R"({"event":)") << 1 << 0;
    QTest::newRow("empty") << QByteArray() << 1 << 0;
    QTest::newRow("deep") << QByteArray(2000, '[') << 1 << 0;
    QTest::newRow("two values") << QByteArray("{} {}") << 1 << 0;
    QTest::newRow("internal") << QByteArray(R"({"event":"pusher_internal:new"})") << 0 << 0;
}

void ProtocolMachineTest::statement070_strangeFramesAreHarmless()
{
    QFETCH(QByteArray, frame);
    QFETCH(int, errors);
    QFETCH(int, events);
    MachineDriver d(m_options);
    d.establish();
    d.clear();
    d.text(frame);
    QCOMPARE(d.errors().size(), errors);
    QCOMPARE(d.events().size(), events);
    QCOMPARE(int(d.actions.size()), errors + events);
    QCOMPARE(d.machine.state(), ConnectionState::Connected);
}

QTEST_GUILESS_MAIN(ProtocolMachineTest)
#include "tst_protocol_machine.moc"
