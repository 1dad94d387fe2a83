#include "app/AccountFace.h"

#include "app/AccountPaths.h"
#include "models/SizeText.h"

#include <QDirIterator>

namespace suhbat {

namespace {

/// Of that many files at most, so that nobody waits for a strange folder.
constexpr int mostFiles = 20000;

qint64 sizeOf(const QString &folder)
{
    qint64 bytes = 0;
    int files = 0;
    QDirIterator entries(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (entries.hasNext() && files++ < mostFiles) {
        entries.next();
        bytes += entries.fileInfo().size();
    }
    return bytes;
}

} // namespace

AccountFace::AccountFace(const AccountPaths &paths, std::function<Now()> now, QObject *parent)
    : QObject(parent), m_paths(paths), m_ask(std::move(now))
{}

void AccountFace::refresh()
{
    m_now = m_ask();
    Q_EMIT changed();
}

QString AccountFace::loginPlace() const
{
    if (!m_paths.keepsData() || !m_now.stays)
        return tr("Not stored: you log in again at the next start");
    return m_now.loginInFile ? tr("Stored in a file that only you can read")
                             : tr("Stored in the keyring of this computer");
}

QString AccountFace::apiAddress() const
{
    return m_now.server.apiBaseUrl.toString(QUrl::RemoveUserInfo);
}

QString AccountFace::socketAddress() const
{
    if (m_now.server.wsHost.isEmpty())
        return {};
    QUrl url;
    url.setScheme(m_now.server.wsSecure ? QStringLiteral("wss") : QStringLiteral("ws"));
    url.setHost(m_now.server.wsHost);
    url.setPort(m_now.server.wsPort);
    return url.toString();
}

QString AccountFace::features() const
{
    const Capabilities &can = m_now.capabilities;
    QStringList words;
    const auto add = [&words](bool yes, const QString &word) {
        if (yes)
            words += word;
    };
    add(can.reply, tr("replying"));
    add(can.edit, tr("editing"));
    add(can.remove, tr("deleting"));
    add(can.upload, tr("sending files"));
    add(can.readers, tr("seeing who has read"));
    add(can.groupCreate, tr("creating groups"));
    add(can.search, tr("searching"));
    add(can.paging, tr("loading long histories in parts"));
    add(can.typing || can.presence, tr("seeing who is typing"));
    QString all = words.isEmpty() ? tr("messages only") : words.join(QStringLiteral(", "));
    // whichever of them is the first begins it
    all.replace(0, 1, m_now.locale.toUpper(all.left(1)));
    return all;
}

bool AccountFace::keepsData() const
{
    return m_paths.keepsData();
}

QString AccountFace::keptSize() const
{
    const QString kept = folder();
    return kept.isEmpty() ? QString() : SizeText::ofBytes(sizeOf(kept), m_now.locale);
}

QString AccountFace::folder() const
{
    if (!m_paths.keepsData() || m_now.user.isEmpty())
        return {};
    return m_paths.userFolder(AccountPaths::serverKey(m_now.server), m_now.user);
}

QString AccountFace::settingsFile() const
{
    return m_paths.settingsFile();
}

} // namespace suhbat
