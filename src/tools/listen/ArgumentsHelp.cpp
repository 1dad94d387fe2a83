#include "api/SettingsHelp.h"
#include "tools/listen/Arguments.h"

// What --help says.

namespace suhbat::listen {

namespace {

QString settingsHelp()
{
    QString text;
    const auto add = [&text](const SettingHelp &setting) {
        // Here --channel is for channels to listen to; the template stays in the other places.
        if (qstrcmp(setting.name, "channel") == 0)
            return;
        text += QStringLiteral("  %1 %2\n")
                    .arg(QStringLiteral("--%1 %2").arg(QLatin1String(setting.name),
                                                       QLatin1String(setting.valueName)),
                         -24)
                    .arg(QLatin1String(setting.help));
    };
    for (const SettingHelp &setting : serverSettings)
        add(setting);
    for (const SettingHelp &setting : networkSettings)
        add(setting);
    return text;
}

} // namespace

QString Arguments::help()
{
    return QStringLiteral(
               R"(Usage: suhbat-listen [options]
Logs in, connects to the Pusher server, and prints every event as it comes. What
does not work on the way is named, and what to do about it.

Who and what:
  --identifier TEXT        Phone, e-mail or user name; else SUHBAT_IDENTIFIER, else asked for.
  --password TEXT          Else SUHBAT_PASSWORD, else asked for, unseen. Others may read the
                           options of a running program: prefer the other two.
  --code DIGITS            SMS code, where the server wants one; else SUHBAT_CODE, else asked for.
  --no-login               Do not log in; for public channels.
  --channel NAME...        Channels instead of the user's own; {id} stands for the user's id.
                           Several with blanks, commas or several --channel.
  --probe CONVERSATION     Send a message there and wait for its event. People see that message.
  --trigger EVENT JSON     Send a client event on the first channel; EVENT begins with client-.
                           The server has a second to refuse it, --duration or not.

How long:
  --duration SECONDS       Leave that long after everything is subscribed; fail when it is not
                           subscribed then. A probe ends by itself, within --timeout.
  --count N                Leave after N events. With --duration: fail when fewer came.
  --timeout SECONDS        Of each step on the way; else request-timeout and connect-timeout where
                           they are set, else 15. Connecting and subscribing may take four
                           times that, together with further attempts.

Output (English only):
  --json                   One JSON object a line, for programs.
  --raw                    Events as they came: channel, name, payload. Here as in all output,
                           the values of password, token, secret, signature and code are masked,
                           in the payload too: what is printed may be shown to others.
  --diagnostics            At the end: counters, timeline and the last events, as JSON.
  --log-level LEVEL        debug, info, warning, error (the default); the log goes to stderr.
  --log-file FILE          Write the log to this file too.

Your server, as for suhbat (an option wins over the environment, that over --env-file,
that over server.json in the configuration folder):
%1  --env-file FILE          Read REVERB_* or PUSHER_* settings from a Laravel .env file.
  --print-config           Print every setting and where it comes from, then exit.
  --insecure-tls           For developers: check no certificate. Anybody may read along.

  --help, --version

Exit codes:
   0  everything asked for has happened, or Ctrl+C after it was subscribed
   2  a mistake in options or settings
  10  DNS             11  proxy         12  TCP            13  TLS
  14  HTTP upgrade    15  app key       16  login          17  authorisation
  18  subscription    19  delivery
 130  Ctrl+C or SIGTERM before everything was subscribed, or before a probe came back
For 10 to 19 the last line on stderr is "failed at STEP: ...".
)")
        .arg(settingsHelp());
}

} // namespace suhbat::listen
