#pragma once

// Inside api/ only: what the texts of settings stand for. Each parser writes into its target, or
// returns false and says in `why` what is wrong with the text: "is no port (1-65535)".

#include "api/ServerProfile.h"
#include "base/NetworkSettings.h"

namespace suhbat::settings {

bool parseHost(const QString &text, ServerProfile *profile, QString *why);
bool parsePort(const QString &text, ServerProfile *profile, QString *why);
bool parseScheme(const QString &text, ServerProfile *profile, QString *why);
bool parseAppKey(const QString &text, ServerProfile *profile, QString *why);
bool parseApiBase(const QString &text, ServerProfile *profile, QString *why);
bool parseAuthPath(const QString &text, ServerProfile *profile, QString *why);
bool parseLogin(const QString &text, ServerProfile *profile, QString *why);
bool parseFeatures(const QString &text, ServerProfile *profile, QString *why);
bool parseChannel(const QString &text, ServerProfile *profile, QString *why);
bool parseConversationChannel(const QString &text, ServerProfile *profile, QString *why);
bool parseTimeZone(const QString &text, ServerProfile *profile, QString *why);

// The same for how to get there.
bool parsePathPrefix(const QString &text, NetworkSettings *network, QString *why);
bool parseOrigin(const QString &text, NetworkSettings *network, QString *why);
bool parseCaFile(const QString &text, NetworkSettings *network, QString *why);
/// none, system, or [http://|socks5://][USER:PASSWORD@]HOST:PORT.
bool parseProxy(const QString &text, NetworkSettings *network, QString *why);
bool parseProxyUser(const QString &text, NetworkSettings *network, QString *why);
bool parseProxyPassword(const QString &text, NetworkSettings *network, QString *why);
bool parseRequestTimeout(const QString &text, NetworkSettings *network, QString *why);
bool parseConnectTimeout(const QString &text, NetworkSettings *network, QString *why);

} // namespace suhbat::settings
