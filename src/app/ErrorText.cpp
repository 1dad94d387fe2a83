#include "app/ErrorText.h"

#include "pusher/CloseCodePolicy.h"

namespace suhbat {

namespace {

/// What the server wrote for its user is better than any words of ours, but a 5xx or a page of
/// HTML says nothing to people.
bool prefersServerText(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Unauthorized:
    case Error::Kind::Forbidden:
    case Error::Kind::NotFound:
    case Error::Kind::Conflict:
    case Error::Kind::TooLarge:
    case Error::Kind::Validation:
    case Error::Kind::RateLimited:
        return true;
    default:
        return false;
    }
}

/// What Laravel and web servers say in English when nobody wrote a text of their own: then ours is
/// better, and in the user's language.
bool isStockPhrase(const QString &text)
{
    static const QStringList phrases{QStringLiteral("bad request"),
                                     QStringLiteral("unauthorized"),
                                     QStringLiteral("unauthenticated"),
                                     QStringLiteral("forbidden"),
                                     QStringLiteral("not found"),
                                     QStringLiteral("conflict"),
                                     QStringLiteral("too many attempts"),
                                     QStringLiteral("too many requests"),
                                     QStringLiteral("payload too large"),
                                     QStringLiteral("unprocessable entity"),
                                     QStringLiteral("invalid credentials"),
                                     QStringLiteral("this action is unauthorized"),
                                     QStringLiteral("unprocessable content"),
                                     QStringLiteral("the given data was invalid"),
                                     QStringLiteral("access denied")};
    QString plain = text.toLower();
    while (plain.endsWith(QLatin1Char('.')))
        plain.chop(1);
    return phrases.contains(plain);
}

QString serverWords(const Error &error)
{
    if (!prefersServerText(error))
        return {};
    QString text = error.serverText.trimmed();
    if (!text.isEmpty() && !isStockPhrase(text))
        return text;
    QStringList all;
    for (const QStringList &messages : error.fields)
        all += messages;
    return all.join(QLatin1Char(' ')).trimmed();
}

bool isLogin(Doing doing)
{
    return doing == Doing::SignIn || doing == Doing::VerifyCode || doing == Doing::ResendCode;
}

bool isFile(Doing doing)
{
    return doing == Doing::FetchFile || doing == Doing::SaveFile;
}

QString joined(const QStringList &parts)
{
    QStringList filled = parts;
    filled.removeAll(QString());
    return filled.join(QLatin1Char(' '));
}

} // namespace

ErrorWords ErrorText::words(const Error &error, Doing doing)
{
    return {title(error, doing), sentence(error, doing), hint(error, doing)};
}

QString ErrorText::inlineText(const Error &error, Doing doing)
{
    return joined({sentence(error, doing), hint(error, doing)});
}

QString ErrorText::ofMessage(const Error &error, bool certain)
{
    if (!certain) {
        // Of no answer there is no more to say.
        const bool silent = error.kind == Error::Kind::Timeout;
        return joined({tr("It is not known whether this arrived."),
                       silent ? QString() : sentence(error, Doing::SendMessage),
                       tr("Trying again may send it twice.")});
    }
    if (error.kind == Error::Kind::Cancelled)
        return tr("Not sent.");
    return joined({tr("Not sent."), inlineText(error, Doing::SendMessage)});
}

QString ErrorText::oneLine(const Error &error, Doing doing)
{
    return joined({title(error, doing) + QLatin1Char('.'), sentence(error, doing)});
}

QString ErrorText::details(const Error &error)
{
    QStringList lines{QStringLiteral("Error: ") + toString(error.kind)};
    if (error.status != 0)
        lines += QStringLiteral("Code: %1").arg(error.status);
    if (error.retryAfter)
        lines += QStringLiteral("Retry after: %1 s").arg(error.retryAfter->count());
    if (!error.detail.isEmpty())
        lines += QStringLiteral("Details: ") + error.detail;
    if (!error.serverText.isEmpty())
        lines += QStringLiteral("Server: ") + error.serverText;
    for (auto it = error.fields.cbegin(); it != error.fields.cend(); ++it)
        lines += QStringLiteral("Field %1: %2").arg(it.key(), it->join(QLatin1Char(' ')));
    return lines.join(QLatin1Char('\n'));
}

QString ErrorText::sentence(const Error &error, Doing doing)
{
    if (QString own = serverWords(error); !own.isEmpty())
        return own;
    switch (error.kind) {
    case Error::Kind::Unreachable:
        return tr("The server cannot be reached.");
    case Error::Kind::Timeout:
        return tr("The server did not answer.");
    case Error::Kind::Tls:
        return tlsSentence(error.tls);
    case Error::Kind::Proxy:
        return error.status == 407 ? tr("The proxy asks for a valid user name and password.")
                                   : tr("There is no way to the server through the proxy.");
    case Error::Kind::Unauthorized:
        if (doing == Doing::SignIn)
            return tr("Wrong password, or there is no such account.");
        if (doing == Doing::VerifyCode)
            return tr("Wrong code. Check it and type it again.");
        return tr("Your session has expired.");
    case Error::Kind::Forbidden:
        if (doing == Doing::KeepSession)
            return tr("The keyring of this computer is locked. Unlock it and retry, or log in "
                      "again next time.");
        return doing == Doing::SendMessage ? tr("You are not allowed to send this here.")
                                           : tr("You are not allowed to do this.");
    case Error::Kind::NotFound:
        return isLogin(doing) || doing == Doing::Connect
                   ? tr("There is no chat server at this address.")
                   : tr("This is not there any more.");
    case Error::Kind::Conflict:
        return doing == Doing::EditMessage ? tr("This message is too old to be changed.")
                                           : tr("Somebody else changed this at the same time.");
    case Error::Kind::TooLarge:
        return doing == Doing::FetchFile ? tr("This file is too large.")
                                         : tr("This is too large for the server.");
    case Error::Kind::Validation:
        if (doing == Doing::SendMessage)
            return tr("The server did not accept this message.");
        return doing == Doing::VerifyCode ? tr("Wrong code. Check it and type it again.")
                                          : tr("The server did not accept what was entered.");
    case Error::Kind::RateLimited:
        return tr("Too many attempts.");
    case Error::Kind::Server:
        return tr("The server had an error.");
    case Error::Kind::BadResponse:
        return tr("The server gave an answer that Suhbat does not understand.");
    case Error::Kind::Refused:
        return refusedSentence(error.status);
    case Error::Kind::Cancelled:
        return tr("This was cancelled.");
    case Error::Kind::Storage:
        if (isFile(doing) && error.storage == StorageProblem::ReadOnly)
            return tr("You may not write to this folder.");
        return isFile(doing) && error.storage == StorageProblem::Other
                   ? tr("The file cannot be written.")
                   : storageSentence(error.storage);
    case Error::Kind::Configuration:
        break;
    }
    if (doing == Doing::StartDemo)
        return tr("Its program is missing or does not run.");
    return tr("A setting of Suhbat is missing or wrong.");
}

QString ErrorText::tlsSentence(TlsProblem problem)
{
    switch (problem) {
    case TlsProblem::WrongHost:
        return tr("The certificate of the server belongs to another name.");
    case TlsProblem::Expired:
        return tr("The certificate of the server has expired.");
    case TlsProblem::NotYetValid:
        return tr("The certificate of the server is not valid yet.");
    case TlsProblem::SelfSigned:
        return tr("The server vouches for itself: its certificate is signed by nobody else.");
    case TlsProblem::UnknownAuthority:
        return tr("The certificate of the server is signed by an authority that this computer "
                  "does not know.");
    case TlsProblem::Handshake:
    case TlsProblem::None:
        break;
    }
    return tr("The connection to the server is not secure.");
}

QString ErrorText::tlsHint(TlsProblem problem)
{
    switch (problem) {
    case TlsProblem::WrongHost:
        return tr("Check the address of the server in the settings.");
    case TlsProblem::SelfSigned:
    case TlsProblem::UnknownAuthority:
        return tr(
            "Ask the server’s administrator for the file of its authority, and name it in the "
            "setting ca-file.");
    default:
        return tr("Check the date of this computer, or ask the server’s administrator about its "
                  "certificate.");
    }
}

QString ErrorText::refusedSentence(int closeCode)
{
    switch (closeCode) {
    case 4000:
        return tr("The server accepts secure connections only.");
    case 4001:
        return tr("The server does not know the application key of these settings.");
    case 4003:
        return tr("This application is switched off on the server.");
    case 4004:
    case 4100:
        return tr("The server is full.");
    case 4009:
        return tr("The server does not let this computer or this account in.");
    default:
        return tr("The server refused the connection (code %1).").arg(closeCode);
    }
}

QString ErrorText::hint(const Error &error, Doing doing)
{
    switch (error.kind) {
    case Error::Kind::Unreachable:
        if (doing == Doing::EditMessage)
            return tr("Your change stays here; saving it needs a connection.");
        if (doing == Doing::DeleteMessage)
            return tr("Deleting needs a connection.");
        return doing == Doing::Connect ? tr("Check your network. Suhbat keeps trying.")
                                       : tr("Check your network, then try again.");
    case Error::Kind::Timeout:
        if (doing == Doing::EditMessage)
            return tr("Your change stays here; try again in a moment.");
        return doing == Doing::SendMessage ? tr("Look whether it arrived before you send it again.")
                                           : tr("Try again in a moment.");
    case Error::Kind::Tls:
        return tlsHint(error.tls);
    case Error::Kind::Proxy:
        return tr("Check the proxy in the settings, or ask your network’s administrator.");
    case Error::Kind::Unauthorized:
        return isLogin(doing) ? QString() : tr("Log in again.");
    case Error::Kind::RateLimited:
        return error.retryAfter
                   ? tr("Try again in %n second(s).", nullptr, int(error.retryAfter->count()))
                   : tr("Wait a moment, then try again.");
    case Error::Kind::Server:
        return tr("Try again in a moment.");
    case Error::Kind::BadResponse:
        return isFile(doing) ? QString() : tr("Check the address of the server in the settings.");
    case Error::Kind::Refused:
        return doing == Doing::Connect && !pusher::isConfigurationMatter(error.status)
                   ? tr("Try again in a moment.")
                   : tr("Check the settings, or ask the server’s administrator.");
    case Error::Kind::Storage:
        if (isFile(doing) && error.storage == StorageProblem::ReadOnly)
            return tr("Choose another one with “Save as…”.");
        if (isFile(doing))
            return tr("Free some space or check the folder, then try again.");
        return doing == Doing::OpenStore ? openingHint(error.storage) : storageHint(error.storage);
    case Error::Kind::Configuration:
        if (doing == Doing::StartDemo)
            return tr("Install Suhbat again.");
        return doing == Doing::Configure
                   ? tr("The details say which one. Set it right, then retry.")
                   : tr("suhbat --print-config shows what is set.");
    default:
        return {};
    }
}

} // namespace suhbat
