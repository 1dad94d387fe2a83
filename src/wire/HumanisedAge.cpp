#include "wire/HumanisedAge.h"

#include <QRegularExpression>

#include <array>

namespace suhbat::wire {

namespace {

struct Unit
{
    const char16_t *stem; // how the word starts, in any case ending
    qint64 seconds;
};

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

// "oy" and "yil" after the longer stems; "m" alone is no unit of these servers.
constexpr std::array units{
    Unit{u"soniya", 1},      Unit{u"секунд", 1},       Unit{u"second", 1},
    Unit{u"sec", 1},         Unit{u"daqiqa", minute},  Unit{u"минут", minute},
    Unit{u"minute", minute}, Unit{u"min", minute},     Unit{u"soat", hour},
    Unit{u"час", hour},      Unit{u"hour", hour},      Unit{u"kun", day},
    Unit{u"день", day},      Unit{u"дн", day},         Unit{u"day", day},
    Unit{u"hafta", 7 * day}, Unit{u"недел", 7 * day},  Unit{u"week", 7 * day},
    Unit{u"oy", 30 * day},   Unit{u"месяц", 30 * day}, Unit{u"month", 30 * day},
    Unit{u"yil", 365 * day}, Unit{u"год", 365 * day},  Unit{u"лет", 365 * day},
    Unit{u"year", 365 * day}};

} // namespace

std::optional<std::chrono::seconds> humanisedAge(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("^(\\d{1,4})\\s+(\\p{L}+)"),
                                            QRegularExpression::UseUnicodePropertiesOption);
    const QString lower = text.trimmed().toLower();
    for (const char16_t *now : {u"hozir", u"сейчас", u"только что", u"just now", u"now"}) {
        if (lower.startsWith(QStringView(now)))
            return std::chrono::seconds(0);
    }
    const auto match = pattern.match(lower);
    if (!match.hasMatch())
        return std::nullopt;
    for (const Unit &unit : units) {
        if (match.capturedView(2).startsWith(QStringView(unit.stem)))
            return std::chrono::seconds(match.capturedView(1).toLongLong() * unit.seconds);
    }
    return std::nullopt;
}

} // namespace suhbat::wire
