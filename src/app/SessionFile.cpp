#include "app/SessionFile.h"

#include "app/AccountPaths.h"
#include "base/JsonReader.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace suhbat {

namespace {

constexpr qint64 longestFile = 64 * 1024;

// The names in the file.
const auto inKeyring = QStringLiteral("keyring");
const auto inFile = QStringLiteral("file");

QString textOf(const JsonValue &object, const char *key)
{
    return object[key].string().value_or(QString());
}

SecretStore::Place placeOf(const QString &name)
{
    if (name == inKeyring)
        return SecretStore::Place::Keyring;
    return name == inFile ? SecretStore::Place::File : SecretStore::Place::Unknown;
}

} // namespace

std::optional<KeptSession> SessionFile::load() const
{
    QFile file(fileName());
    if (m_folder.isEmpty() || file.size() > longestFile || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const auto parsed = JsonValue::parse(file.readAll());
    if (!parsed || !parsed->isObject())
        return std::nullopt;
    const JsonValue &object = *parsed;
    KeptSession session;
    const JsonValue user = object["user"];
    session.user = {UserId(textOf(user, "id")), textOf(user, "name"), textOf(user, "phone"),
                    textOf(user, "email"), textOf(user, "avatar")};
    session.identifier = textOf(object, "identifier");
    session.place = placeOf(textOf(object, "token"));
    session.forget = object["forget"].boolean().value_or(false);
    return session;
}

Result<void> SessionFile::save(const KeptSession &session) const
{
    QJsonObject object;
    if (!session.user.id.isEmpty())
        object.insert(QStringLiteral("user"),
                      QJsonObject{{QStringLiteral("id"), session.user.id.toString()},
                                  {QStringLiteral("name"), session.user.name},
                                  {QStringLiteral("phone"), session.user.phone},
                                  {QStringLiteral("email"), session.user.email},
                                  {QStringLiteral("avatar"), session.user.avatarUrl}});
    if (!session.identifier.isEmpty())
        object.insert(QStringLiteral("identifier"), session.identifier);
    if (session.place != SecretStore::Place::Unknown)
        object.insert(QStringLiteral("token"),
                      session.place == SecretStore::Place::File ? inFile : inKeyring);
    if (session.forget)
        object.insert(QStringLiteral("forget"), true);
    if (const auto made = AccountPaths::makePrivate(m_folder); !made)
        return Error::make(Error::Kind::Storage, made.error().detail);
    QSaveFile file(fileName());
    const QByteArray json = QJsonDocument(object).toJson();
    if (!file.open(QIODevice::WriteOnly) ||
        !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
        file.write(json) != json.size() || !file.commit())
        return Error::make(Error::Kind::Storage,
                           QStringLiteral("%1: %2").arg(file.fileName(), file.errorString()));
    return {};
}

void SessionFile::remove() const
{
    QFile::remove(fileName());
}

} // namespace suhbat
