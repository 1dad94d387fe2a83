#include "tools/FaultLines.h"

#include "demo/DemoServer.h"

#include <QCoreApplication>
#include <QHash>
#include <QSocketNotifier>

#include <cstdio>

#include <unistd.h>

namespace suhbat {

namespace {

using demo::Failure;
using demo::Faults;

std::optional<Failure> failureFrom(const QByteArray &name)
{
    static const QHash<QByteArray, Failure> names{
        {"unauthenticated", Failure::Unauthenticated},
        {"forbidden", Failure::Forbidden},
        {"not-found", Failure::NotFound},
        {"page-expired", Failure::PageExpired},
        {"invalid", Failure::Invalid},
        {"too-many-requests", Failure::TooManyRequests},
        {"server-error-html", Failure::ServerErrorHtml},
        {"bad-gateway", Failure::BadGateway},
        {"html-instead-of-json", Failure::HtmlInsteadOfJson},
        {"empty-body", Failure::EmptyBody},
        {"broken-json", Failure::BrokenJson},
        {"cut-before", Failure::CutBefore},
        {"cut-after", Failure::CutAfter},
        {"no-answer", Failure::NoAnswer},
        {"silent-after", Failure::SilentAfter},
    };
    const auto found = names.constFind(name);
    return found == names.cend() ? std::nullopt : std::optional(*found);
}

bool Faults::*switchFrom(const QByteArray &name)
{
    static const QHash<QByteArray, bool Faults::*> names{
        {"string-ids", &Faults::stringIds},
        {"newest-first", &Faults::newestFirst},
        {"bare-replies", &Faults::bareReplies},
        {"duplicate-events", &Faults::duplicateEvents},
        {"suppress-events", &Faults::suppressEvents},
        {"echo-to-sender", &Faults::echoToSender},
        {"event-before-reply", &Faults::eventBeforeReply},
    };
    return names.value(name, nullptr);
}

} // namespace

FaultLines::FaultLines(demo::DemoServer &server, QObject *parent)
    : QObject(parent), m_server(server)
{}

void FaultLines::followStandardInput()
{
    auto *notifier = new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this, notifier] {
        char bytes[4096];
        const ssize_t count = read(STDIN_FILENO, bytes, sizeof bytes);
        if (count <= 0) {
            notifier->setEnabled(false);
            QCoreApplication::quit();
            return;
        }
        m_unread.append(bytes, count);
        for (auto end = m_unread.indexOf('\n'); end >= 0; end = m_unread.indexOf('\n')) {
            std::puts(obey(m_unread.left(end)) ? "done" : "not understood");
            m_unread.remove(0, end + 1);
        }
        std::fflush(stdout);
    });
}

bool FaultLines::obey(const QByteArray &line)
{
    const QByteArrayList words = line.simplified().split(' ');
    if (words.first() == "fail")
        return fail(words);
    if (words.first() == "set")
        return set(words);
    if (words.first() == "send")
        return send(line);
    if (words.first() == "drop" && words.size() == 1) {
        m_server.dropEverything();
        return true;
    }
    return false;
}

bool FaultLines::fail(const QByteArrayList &words)
{
    const auto failure = words.size() == 5 ? failureFrom(words.at(1)) : std::nullopt;
    const int times = failure ? words.at(2).toInt() : 0;
    if (times < 1)
        return false;
    m_server.faults().failNext(*failure, QString::fromUtf8(words.at(4)), times, words.at(3));
    return true;
}

bool FaultLines::set(const QByteArrayList &words)
{
    if (words.size() != 3 || (words.at(2) != "on" && words.at(2) != "off"))
        return false;
    const auto member = switchFrom(words.at(1));
    if (member != nullptr)
        m_server.faults().*member = words.at(2) == "on";
    return member != nullptr;
}

bool FaultLines::send(const QByteArray &line)
{
    const QByteArrayList words = line.split(' ');
    if (words.size() < 4 || words.at(1).toLongLong() < 1 || words.at(2).toLongLong() < 1)
        return false;
    m_server.sendAs(words.at(1).toLongLong(), words.at(2).toLongLong(),
                    QString::fromUtf8(words.mid(3).join(' ')));
    return true;
}

} // namespace suhbat
