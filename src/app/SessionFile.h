#pragma once

#include "app/platform/SecretStore.h"
#include "base/Result.h"
#include "domain/User.h"

#include <optional>

namespace suhbat {

/// Who is logged in at one server, as it lies on the disk. The token is not here but in the
/// SecretStore.
struct KeptSession
{
    User user;          ///< without id: nobody is logged in any more
    QString identifier; ///< what was typed at the login, for the next one; may be empty
    SecretStore::Place place = SecretStore::Place::Unknown; ///< where the token was put
    /// The token could not be removed at the logout: still to be done.
    bool forget = false;
};

/// Reads and writes `session.json` of a server's folder, for the eyes of this user alone (0600).
/// A few hundred bytes: done at once.
class SessionFile
{
public:
    explicit SessionFile(const QString &folder = {}) : m_folder(folder) {}

    /// Nothing when there is no such file, and when it cannot be understood.
    std::optional<KeptSession> load() const;
    Result<void> save(const KeptSession &session) const;
    void remove() const;

private:
    QString fileName() const { return m_folder + QStringLiteral("/session.json"); }

    QString m_folder;
};

} // namespace suhbat
