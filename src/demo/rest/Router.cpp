#include "demo/rest/Router.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace suhbat::demo {

namespace {

bool partMatches(const QString &pattern, const QString &part)
{
    if (pattern == QLatin1String("{text}"))
        return !part.isEmpty();
    if (pattern == QLatin1String("{number}")) {
        bool ok = false;
        return part.toLongLong(&ok) > 0 && ok;
    }
    return pattern == part;
}

bool pathMatches(const QStringList &pattern, const QStringList &parts, QStringList &parameters)
{
    if (pattern.size() != parts.size())
        return false;
    parameters.clear();
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (!partMatches(pattern[i], parts[i]))
            return false;
        if (pattern[i].startsWith(QLatin1Char('{')))
            parameters.append(parts[i]);
    }
    return true;
}

QJsonObject formFields(const QByteArray &body)
{
    // In a form a plus is a space, which QUrlQuery leaves alone.
    QJsonObject fields;
    const QUrlQuery query(QString::fromUtf8(QByteArray(body).replace('+', "%20")));
    for (const auto &[key, value] : query.queryItems(QUrl::FullyDecoded))
        fields.insert(key, value);
    return fields;
}

} // namespace

QJsonObject ApiCall::fields() const
{
    if (request.header("Content-Type").startsWith("application/x-www-form-urlencoded"))
        return formFields(request.body);
    if (const auto parts = formParts(request.header("Content-Type"), request.body)) {
        QJsonObject fields;
        for (const FormPart &part : *parts) {
            if (part.fileName.isEmpty())
                fields.insert(part.name, QString::fromUtf8(part.bytes));
        }
        return fields;
    }
    return QJsonDocument::fromJson(request.body).object();
}

QList<FormPart> ApiCall::files() const
{
    QList<FormPart> files;
    const auto parts = formParts(request.header("Content-Type"), request.body);
    for (const FormPart &part : parts ? *parts : QList<FormPart>()) {
        if (!part.fileName.isEmpty())
            files.append(part);
    }
    return files;
}

QString ApiCall::socketId() const
{
    return QString::fromLatin1(request.header("X-Socket-ID"));
}

void Router::add(const QByteArray &method, const QString &pattern, Access access, Handler handler)
{
    m_routes.push_back({method, pattern.split(QLatin1Char('/')), access, std::move(handler)});
}

Router::Match Router::match(const QByteArray &method, const QString &path) const
{
    const QByteArray wanted = method == "HEAD" ? QByteArray("GET") : method;
    const QStringList parts = path.split(QLatin1Char('/'));
    Match result;
    QStringList parameters;
    for (const Route &route : m_routes) {
        if (!pathMatches(route.parts, parts, parameters))
            continue;
        result.methods.append(QString::fromLatin1(route.method));
        if (route.method == wanted && !result.handler) {
            result.handler = &route.handler;
            result.access = route.access;
            result.parameters = parameters;
        }
    }
    return result;
}

ApiAnswer invalid(const QList<std::pair<QString, QString>> &fieldErrors)
{
    QJsonObject errors;
    for (const auto &[field, text] : fieldErrors)
        errors.insert(field, QJsonArray{text});
    QString message = fieldErrors.first().second;
    const qsizetype more = fieldErrors.size() - 1;
    if (more > 0)
        message += QStringLiteral(" (and %1 more error%2)")
                       .arg(more)
                       .arg(more > 1 ? QStringLiteral("s") : QString());
    return {HttpReply::json(422, QJsonObject{{QStringLiteral("message"), message},
                                             {QStringLiteral("errors"), errors}}),
            {}};
}

std::pair<QString, QString> required(const QString &field)
{
    QString words = field;
    words.replace(QLatin1Char('_'), QLatin1Char(' '));
    return {field, QStringLiteral("The %1 field is required.").arg(words)};
}

ApiAnswer problem(int status, const QString &message)
{
    return {HttpReply::json(status, QJsonObject{{QStringLiteral("message"), message}}), {}};
}

ApiAnswer noSuchModel(const char *model, qint64 id)
{
    return problem(404, QStringLiteral("No query results for model [App\\Models\\%1] %2")
                            .arg(QLatin1String(model))
                            .arg(id));
}

} // namespace suhbat::demo
