#include "wire/Fields.h"

namespace suhbat::wire {

Error missing(const QString &path, const char *field)
{
    return Error::make(Error::Kind::BadResponse,
                       QStringLiteral("%1.%2 is missing").arg(path, QLatin1String(field)));
}

QString firstId(const JsonReader &reader, JsonReader::Keys keys)
{
    const auto usable = [](const QString &id) {
        if (id.size() > limits::id || id == QLatin1String("0"))
            return false;
        return std::all_of(id.cbegin(), id.cend(), [](QChar c) {
            const bool ascii = c.unicode() < 0x80;
            return ascii ? c.unicode() > u' ' && c.unicode() != 0x7f : !c.isSpace() && c.isPrint();
        });
    };
    for (const QByteArrayView key : keys) {
        const auto id = reader[key].id();
        if (id && usable(*id))
            return *id;
    }
    return {};
}

QString firstLine(const JsonReader &reader, JsonReader::Keys keys, qsizetype max)
{
    for (const QByteArrayView key : keys) {
        if (const auto text = reader[key].text()) {
            QString line = cleanLine(*text, max);
            if (!line.isEmpty())
                return line;
        }
    }
    return {};
}

JsonValue unwrapped(JsonValue value)
{
    for (int depth = 0; depth < 3; ++depth) {
        const JsonValue inner = value["data"];
        if (!inner.isObject() && !inner.isArray())
            break;
        value = inner;
    }
    return value;
}

QString localisedText(const JsonValue &value, const QString &language)
{
    if (const auto text = value.text())
        return cleanLine(*text, limits::line);
    const QByteArray wanted = language.left(2).toLower().toUtf8();
    const std::array<QByteArrayView, 4> order{wanted, "en", "uz", "ru"};
    for (const QByteArrayView key : order) {
        if (const auto text = value[key].string(); text && !text->isEmpty())
            return cleanLine(*text, limits::line);
    }
    QString any;
    value.eachMember([&any](const QString &, const JsonValue &member) {
        if (any.isEmpty())
            any = cleanLine(member.string().value_or(QString()), limits::line);
    });
    return any;
}

std::optional<Error> refusal(const JsonValue &root, const QString &language)
{
    if (root["success"].boolean().value_or(true))
        return std::nullopt;
    Error error =
        Error::make(Error::Kind::Validation, QStringLiteral("the answer says success: false"));
    error.serverText = localisedText(root["message"], language);
    return error;
}

} // namespace suhbat::wire
