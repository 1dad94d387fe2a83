#pragma once

// Inside api/ only: what the texts of settings stand for. Each parser writes into the profile, or
// returns false and says in `why` what is wrong with the text: "is no port (1-65535)".

#include "api/ServerProfile.h"

namespace suhbat::settings {

bool parseHost(const QString &text, ServerProfile *profile, QString *why);
bool parsePort(const QString &text, ServerProfile *profile, QString *why);
bool parseScheme(const QString &text, ServerProfile *profile, QString *why);
bool parseAppKey(const QString &text, ServerProfile *profile, QString *why);
bool parsePathPrefix(const QString &text, ServerProfile *profile, QString *why);
bool parseApiBase(const QString &text, ServerProfile *profile, QString *why);
bool parseAuthPath(const QString &text, ServerProfile *profile, QString *why);
bool parseLogin(const QString &text, ServerProfile *profile, QString *why);
bool parseFeatures(const QString &text, ServerProfile *profile, QString *why);
bool parseChannel(const QString &text, ServerProfile *profile, QString *why);
bool parseTimeZone(const QString &text, ServerProfile *profile, QString *why);

} // namespace suhbat::settings
