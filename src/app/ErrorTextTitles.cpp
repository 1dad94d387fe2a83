// What happened, in a few words; the rest of ErrorText is in ErrorText.cpp.
#include "app/ErrorText.h"

namespace suhbat {

QString ErrorText::title(const Error &error, Doing doing)
{
    switch (doing) {
    case Doing::SignIn:
    case Doing::VerifyCode:
        return tr("Could not log in");
    case Doing::ResendCode:
        return tr("The code was not sent");
    case Doing::SignOut:
        return tr("Could not log out");
    case Doing::KeepSession:
        return tr("Your login is not kept");
    case Doing::OpenStore:
        return tr("Your messages on this computer cannot be opened");
    case Doing::KeepChat:
        return tr("New messages are not kept");
    case Doing::LoadConversations:
        return tr("Conversations not loaded");
    case Doing::LoadMessages:
        return tr("Messages not loaded");
    case Doing::SendMessage:
        return error.kind == Error::Kind::Timeout ? tr("Message may not have been sent")
                                                  : tr("Message not sent");
    case Doing::FetchFile:
        return tr("File not downloaded");
    case Doing::SaveFile:
        return tr("File not saved");
    case Doing::EditMessage:
        return tr("Change not saved");
    case Doing::DeleteMessage:
        return tr("Message not deleted");
    case Doing::LoadReaders:
        return tr("Not known who has read it");
    case Doing::MarkRead:
        return tr("Messages not marked as read");
    case Doing::Connect:
        return tr("No connection to the server");
    case Doing::ReceiveEvent:
        return tr("A message from the server could not be read");
    case Doing::Configure:
        return tr("The settings of the server cannot be used");
    case Doing::StartDemo:
        return tr("The demo server is not running");
    case Doing::Unspecified:
        break;
    }
    return tr("Something did not work");
}

} // namespace suhbat
