#include "demo/rest/Language.h"

#include <algorithm>

namespace suhbat::demo {

namespace {

struct Unit
{
    qint64 seconds;
    const char16_t *uz;
    const char16_t *ru[3]; ///< 1 минуту, 2 минуты, 5 минут
    const char16_t *en;
};

const Unit humanUnits[] = {
    {365LL * 86400, u"yil", {u"год", u"года", u"лет"}, u"year"},
    {30LL * 86400, u"oy", {u"месяц", u"месяца", u"месяцев"}, u"month"},
    {7LL * 86400, u"hafta", {u"неделю", u"недели", u"недель"}, u"week"},
    {86400, u"kun", {u"день", u"дня", u"дней"}, u"day"},
    {3600, u"soat", {u"час", u"часа", u"часов"}, u"hour"},
    {60, u"daqiqa", {u"минуту", u"минуты", u"минут"}, u"minute"},
    {1, u"soniya", {u"секунду", u"секунды", u"секунд"}, u"second"},
};

int russianForm(qint64 n)
{
    if (n % 100 >= 11 && n % 100 <= 14)
        return 2;
    if (n % 10 == 1)
        return 0;
    return n % 10 >= 2 && n % 10 <= 4 ? 1 : 2;
}

QString inUnit(qint64 n, const Unit &unit, Language language)
{
    switch (language) {
    case Language::Uzbek:
        return QStringLiteral("%1 %2 avval").arg(n).arg(QStringView(unit.uz));
    case Language::Russian:
        return QStringLiteral("%1 %2 назад").arg(n).arg(QStringView(unit.ru[russianForm(n)]));
    case Language::English:
        break;
    }
    return QStringLiteral("%1 %2%3 ago")
        .arg(n)
        .arg(QStringView(unit.en), n == 1 ? QStringView() : QStringView(u"s"));
}

} // namespace

Language languageOf(const HttpRequest &request)
{
    for (const char *name : {"Accept-Language", "X-Locale"}) {
        const QByteArray value = request.header(name).toLower();
        if (value.startsWith("ru"))
            return Language::Russian;
        if (value.startsWith("en"))
            return Language::English;
        if (value.startsWith("uz"))
            return Language::Uzbek;
    }
    return Language::Uzbek;
}

QString Words::in(Language language) const
{
    switch (language) {
    case Language::Uzbek:
        return uz;
    case Language::Russian:
        return ru;
    case Language::English:
        break;
    }
    return en;
}

QJsonObject Words::json() const
{
    return {{QStringLiteral("uz"), uz}, {QStringLiteral("ru"), ru}, {QStringLiteral("en"), en}};
}

QString humanTime(const QDateTime &then, const QDateTime &now, Language language)
{
    const qint64 age = std::max<qint64>(then.secsTo(now), 1);
    const auto *unit = std::find_if(std::begin(humanUnits), std::end(humanUnits),
                                    [age](const Unit &u) { return age >= u.seconds; });
    return inUnit(age / unit->seconds, *unit, language);
}

QString ownPrefix(Language language)
{
    return Words{QStringLiteral("Siz"), QStringLiteral("Вы"), QStringLiteral("You")}.in(language);
}

} // namespace suhbat::demo
