#pragma once

#include "base/Clock.h"
#include "base/JsonReader.h"
#include "domain/ServerEvent.h"
#include "tools/listen/Steps.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <functional>

namespace suhbat::listen {

/// What the tool prints to stdout: lines for people, or one JSON object a line for programs.
/// Everything from a server is one line, bounded, without control characters (they could move the
/// cursor of a terminal) and with secrets masked.
class Output
{
public:
    enum class Level { Info, Success, Warning, Error, Event };
    struct Style
    {
        bool json = false;
        bool raw = false;
        bool colour = false;
    };
    using Write = std::function<void(const QByteArray &line)>;

    /// `write` gets whole lines without the line break.
    Output(Style style, Write write, Clock clock = {});

    /// `type` and `fields` are for programs: {"time":…,"level":…,"type":…,"text":…, fields…}
    void say(Level level, const char *type, const QString &text, const QJsonObject &fields = {});
    /// One event of the back end; `meaning` is what the chat understands by it.
    void event(const QString &channel, const QString &name, const JsonValue &data,
               const QString &userId, const ServerEvent &meaning);
    void failure(const Failure &failure);

    /// One line that is safe to print.
    static QString printable(const QString &text, qsizetype longest = 2000);
    /// The same value in JSON, with what could drive a terminal as \uXXXX.
    static QByteArray printableJson(const QJsonObject &object, QJsonDocument::JsonFormat format);

private:
    void line(Level level, const QString &text);
    void object(Level level, const char *type, QJsonObject fields);

    const Style m_style;
    const Write m_write;
    const Clock m_clock;
};

} // namespace suhbat::listen
