#pragma once

#include "demo/http/HttpMessage.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

namespace suhbat::demo {

enum class Language { Uzbek, Russian, English };

/// From Accept-Language, else X-Locale, else Uzbek, the back end's own language.
Language languageOf(const HttpRequest &request);

/// A text in the three languages of the back end.
struct Words
{
    QString uz;
    QString ru;
    QString en;

    QString in(Language language) const;
    /// `{"uz":…,"ru":…,"en":…}`, the shape of server messages.
    QJsonObject json() const;
};

/// "5 daqiqa avval", "5 минут назад", "5 minutes ago": how the list says when.
QString humanTime(const QDateTime &then, const QDateTime &now, Language language);

/// "Siz", "Вы", "You".
QString ownPrefix(Language language);

} // namespace suhbat::demo
