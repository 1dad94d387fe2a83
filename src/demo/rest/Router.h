#pragma once

#include "demo/http/HttpMessage.h"
#include "demo/http/Multipart.h"
#include "demo/rest/Language.h"
#include "demo/store/Records.h"

#include <QStringList>

#include <functional>
#include <vector>

namespace suhbat::demo {

/// What an endpoint gets to see of a request.
struct ApiCall
{
    HttpRequest request;
    QString origin; ///< "http://host:port" as the client wrote it
    Language language = Language::Uzbek;
    Person person; ///< who holds the token; id 0 on public endpoints
    QString token;
    QStringList parameters; ///< the parts of the path marked {…}

    /// The JSON or form fields of the body; empty when it is neither.
    QJsonObject fields() const;
    /// The files of a multipart body.
    QList<FormPart> files() const;
    /// X-Socket-ID
    QString socketId() const;
    qint64 id(qsizetype parameter = 0) const { return parameters.value(parameter).toLongLong(); }
};

struct ApiAnswer
{
    HttpReply reply;
    std::function<void()> afterwards; ///< what the world learns when the reply is on its way
};

/// Paths to handlers. Patterns are literal but for `{number}` and `{text}` parts.
class Router
{
public:
    enum class Access { Public, Token };
    using Handler = std::function<ApiAnswer(const ApiCall &)>;

    struct Match
    {
        const Handler *handler = nullptr; ///< null: no such path, or not with that method
        Access access = Access::Public;
        QStringList parameters;
        QStringList methods; ///< those the path does know
    };

    void add(const QByteArray &method, const QString &pattern, Access access, Handler handler);
    Match match(const QByteArray &method, const QString &path) const;

private:
    struct Route
    {
        QByteArray method;
        QStringList parts;
        Access access;
        Handler handler;
    };
    std::vector<Route> m_routes;
};

/// Laravel's validation reply: 422 with `message` of the first error and `errors`.
ApiAnswer invalid(const QList<std::pair<QString, QString>> &fieldErrors);
/// Laravel's "The x field is required."
std::pair<QString, QString> required(const QString &field);
/// `{"message": …}` with that status.
ApiAnswer problem(int status, const QString &message);
/// 404 "No query results for model [App\Models\…] id"
ApiAnswer noSuchModel(const char *model, qint64 id);

} // namespace suhbat::demo
