#pragma once

#include <QByteArray>
#include <QString>

namespace suhbat::test {

/// The bytes of tests/fixtures/NAME; fails the running test when there is no such file.
QByteArray fixture(const QString &name);

/// Call in init(): from here to the end of the test function any Qt warning fails the test,
/// except those announced with QTest::ignoreMessage().
void failOnAnyWarning();

} // namespace suhbat::test
