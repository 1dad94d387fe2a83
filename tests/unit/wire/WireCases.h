#pragma once

#include "base/JsonReader.h"
#include "support/Fixtures.h"
#include "wire/DecodeContext.h"

#include <QTest>

namespace suhbat::test {

/// Everything that the expected values of tests/fixtures/wire assume.
inline wire::DecodeContext wireContext()
{
    wire::DecodeContext context;
    context.language = QStringLiteral("ru");
    context.serverZone = QTimeZone(5 * 3600);
    context.origin = QUrl(QStringLiteral("https://chat.example.test"));
    context.ownUserId = UserId(qint64(42));
    context.clock.wall = [] {
        return QDateTime(QDate(2030, 1, 2), QTime(3, 4, 5), QTimeZone::utc());
    };
    return context;
}

inline JsonValue wireFixture(const QString &file)
{
    auto parsed = JsonValue::parse(fixture(QStringLiteral("wire/") + file));
    if (!parsed)
        qFatal("%s is no JSON", qPrintable(file));
    return *parsed;
}

/// One row a case of a fixture file that holds a list of {case, …}: fetch it with theCase().
inline void addCases(const QString &file)
{
    QTest::addColumn<JsonValue>("row");
    for (const JsonValue &row : wireFixture(file).items())
        QTest::newRow(qPrintable(row["case"].string().value())) << row;
}

inline JsonValue theCase()
{
    return *static_cast<const JsonValue *>(QTest::qData("row", qMetaTypeId<JsonValue>()));
}

inline QString iso(const std::optional<QDateTime> &time)
{
    return time ? time->toString(Qt::ISODateWithMs) : QString();
}

} // namespace suhbat::test

Q_DECLARE_METATYPE(suhbat::JsonValue)

/// Compares only when the case expects something under the key.
#define COMPARE_IF_EXPECTED(expect, key, actual)                                                   \
    do {                                                                                           \
        const suhbat::JsonValue wanted_ = (expect)[key];                                           \
        if (wanted_.type() != suhbat::JsonValue::Type::Undefined)                                  \
            QCOMPARE(actual, *wanted_.text());                                                     \
    } while (false)
#define COMPARE_BOOL_IF_EXPECTED(expect, key, actual)                                              \
    do {                                                                                           \
        if (const auto wanted_ = (expect)[key].boolean())                                          \
            QCOMPARE(actual, *wanted_);                                                            \
    } while (false)
