#include "Words.h"

#include <QJsonDocument>

#include <cstdio>

namespace suhbat::fault {

QString stateName(Message::State state)
{
    switch (state) {
    case Message::State::Sending:
        return QStringLiteral("Sending");
    case Message::State::Sent:
        return QStringLiteral("Sent");
    case Message::State::Read:
        return QStringLiteral("Read");
    case Message::State::Failed:
        return QStringLiteral("Failed");
    case Message::State::Undecided:
        return QStringLiteral("Undecided");
    }
    return {};
}

void say(const QJsonObject &line)
{
    std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

} // namespace suhbat::fault
