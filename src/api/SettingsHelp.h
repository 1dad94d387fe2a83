#pragma once

#include <array>

namespace suhbat {

/// One setting of ServerSettingsReader as --help shows it. Every program offers the same ones.
struct SettingHelp
{
    const char *name;
    const char *valueName;
    const char *help; ///< fits a line of 80 letters with what stands before it
};

/// What says which server to talk to.
inline constexpr std::array serverSettings{
    SettingHelp{"host", "HOST", "Host of the Pusher server (REVERB_HOST, PUSHER_HOST)."},
    SettingHelp{"port", "PORT", "Its port; 443 for https and 80 for http unless given."},
    SettingHelp{"scheme", "SCHEME", "https (the default) or http."},
    SettingHelp{"app-key", "KEY", "Public key of the Pusher application."},
    SettingHelp{"api-base-url", "URL", "Base of the REST API; {scheme}://{host}/api unless given."},
    SettingHelp{"auth-path", "PATH", "Channel authorisation; /broadcasting/auth unless given."},
    SettingHelp{"path-prefix", "PATH", "What stands before /app in the socket's address."},
    SettingHelp{"channel", "TEMPLATE", "The user's channel; private-user.{id} unless given."},
    SettingHelp{"conversation-channel", "TEMPLATE",
                "Of one conversation, for whispers; else none."},
    SettingHelp{"time-zone", "ZONE", "Of the server's times that name none; UTC unless given."},
    SettingHelp{"login", "KIND", "What people log in with: phone, email or username."},
    SettingHelp{"features", "LIST", "Extensions, with commas: typing,no-edit; none: ask for none."},
};
/// How to get there.
inline constexpr std::array networkSettings{
    SettingHelp{"proxy", "PROXY", "none, system (the default), HOST:PORT or socks5://HOST:PORT."},
    SettingHelp{"proxy-user", "NAME", "User name for a proxy that asks for one."},
    SettingHelp{"proxy-password", "WORD",
                "Its password; better as SUHBAT_PROXY_PASSWORD or in a file."},
    SettingHelp{"ca-file", "FILE", "Certificate authorities (PEM) to trust beside the system's."},
    SettingHelp{"origin", "ORIGIN", "Origin header of the socket; none unless given."},
    SettingHelp{"request-timeout", "SECONDS", "For an answer of the REST API; 30 unless given."},
    SettingHelp{"connect-timeout", "SECONDS", "For the socket to get through; 15 unless given."},
};

} // namespace suhbat
