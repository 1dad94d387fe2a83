#pragma once

#include <QByteArray>
#include <QObject>

namespace suhbat {

namespace demo {
class DemoServer;
}

/// Makes a running demo back end go wrong, and its people speak, by lines of text:
///
///     fail FAILURE TIMES METHOD PATH   the next requests with that in their path; FAILURE as in
///                                      demo/Faults.h, without capitals: too-many-requests …
///     set SWITCH on|off                duplicate-events, suppress-events, echo-to-sender …
///     send PERSON CONVERSATION TEXT    a message of that person
///     drop                             every connection is cut
///
/// Each line is answered with one, "done" or "not understood".
class FaultLines : public QObject
{
    Q_OBJECT

public:
    explicit FaultLines(demo::DemoServer &server, QObject *parent = nullptr);

    /// Follows standard input; its end is the end of the program.
    void followStandardInput();
    /// False when the line is not understood.
    bool obey(const QByteArray &line);

private:
    bool fail(const QByteArrayList &words);
    bool set(const QByteArrayList &words);
    bool send(const QByteArray &line);

    demo::DemoServer &m_server;
    QByteArray m_unread;
};

} // namespace suhbat
