#include "wire/Errors.h"

#include "wire/Fields.h"

#include <array>

namespace suhbat::wire {

namespace {

bool isFrameworkText(int status, const QString &text)
{
    static constexpr std::array prefixes{"Unauthenticated",     "No query results for model",
                                         "CSRF token mismatch", "Server Error",
                                         "Too Many Attempts",   "This action is unauthorized",
                                         "The route ",          "The given data was invalid"};
    return status >= 500 || status == 405 ||
           std::any_of(prefixes.begin(), prefixes.end(),
                       [&](const char *prefix) { return text.startsWith(QLatin1String(prefix)); });
}

QMap<QString, QStringList> readFields(const JsonValue &errors, const QString &language)
{
    constexpr qsizetype mostFields = 50;
    QMap<QString, QStringList> fields;
    errors.eachMember([&](const QString &name, const JsonValue &value) {
        QStringList texts;
        const auto list = value.isArray() ? value.items() : QVector<JsonValue>{value};
        for (const JsonValue &item : list.mid(0, 10)) {
            const QString text = localisedText(item, language);
            if (!text.isEmpty())
                texts.append(text);
        }
        if (!texts.isEmpty() && fields.size() < mostFields)
            fields.insert(cleanLine(name, 64), texts);
    });
    return fields;
}

} // namespace

Error decodeError(int status, const JsonValue &body, const QString &language)
{
    Error error =
        Error::make(Error::kindOfStatus(status), QStringLiteral("HTTP %1").arg(status), status);
    const JsonValue message = JsonReader(body).value({"message", "error"});
    const QString text = localisedText(message, language);
    if (isFrameworkText(status, text)) {
        const QString exception = cleanLine(body["exception"].string().value_or(QString()));
        for (const QString &part : {exception, text}) {
            if (!part.isEmpty())
                error.detail += QStringLiteral(": ") + part;
        }
    } else {
        error.serverText = text;
    }
    error.fields = readFields(body["errors"], language);
    if (error.serverText.isEmpty() && !error.fields.isEmpty())
        error.serverText = error.fields.first().constFirst();
    return error;
}

} // namespace suhbat::wire
