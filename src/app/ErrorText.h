#pragma once

#include "base/Error.h"

#include <QCoreApplication>
#include <QString>

namespace suhbat {

/// What the client was doing when an error came; it decides the words.
enum class Doing {
    Unspecified,
    SignIn,
    VerifyCode,
    ResendCode,
    SignOut,
    OpenStore,   ///< what is kept of the user's chat
    KeepChat,    ///< the same: what is new in it
    KeepSession, ///< for the next start of the program
    LoadConversations,
    LoadMessages,
    SendMessage,
    EditMessage,
    DeleteMessage,
    LoadReaders, ///< of a message
    FetchFile,
    SaveFile, ///< of somebody's message, on this computer
    MarkRead,
    Connect,
    ReceiveEvent,
    Configure, ///< finding out which server to talk to
    StartDemo
};

/// An error in the user's language, as plain text. Server text in it is untrusted.
struct ErrorWords
{
    QString title;    ///< what happened: "Message not sent"
    QString sentence; ///< why: "The server cannot be reached."
    QString hint;     ///< what can be done; may be empty
};

/// The one place that turns an Error into sentences for people. Pure.
class ErrorText
{
    Q_DECLARE_TR_FUNCTIONS(ErrorText)

public:
    static ErrorWords words(const Error &error, Doing doing = Doing::Unspecified);
    /// Sentence and hint, for an inline message below a field or a bubble.
    static QString inlineText(const Error &error, Doing doing = Doing::Unspecified);
    /// Title, sentence and hint, for a snackbar.
    static QString oneLine(const Error &error, Doing doing = Doing::Unspecified);
    /// For a message at its bubble. Not `certain`: it may have arrived.
    static QString ofMessage(const Error &error, bool certain);
    /// For the details pane of a dialog: technical, in English, not translated.
    static QString details(const Error &error);

private:
    static QString title(const Error &error, Doing doing);
    static QString sentence(const Error &error, Doing doing);
    static QString tlsSentence(TlsProblem problem);
    static QString tlsHint(TlsProblem problem);
    static QString refusedSentence(int closeCode);
    static QString storageSentence(StorageProblem problem);
    static QString openingHint(StorageProblem problem);
    static QString storageHint(StorageProblem problem);
    static QString hint(const Error &error, Doing doing);
};

} // namespace suhbat
