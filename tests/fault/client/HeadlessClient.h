#pragma once

#include "app/App.h"

#include <QJsonObject>
#include <QObject>
#include <QTimer>

#include <functional>
#include <list>
#include <memory>

namespace suhbat::fault {

/// The program without its window: does what each line of standard input says, tells on standard
/// output what a user would see happen. Both are JSON, one object a line.
class HeadlessClient : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        AccountPaths paths;
        ServerProfile profile;
        Backend::Timing timing;
    };

    explicit HeadlessClient(const Options &options, QObject *parent = nullptr);
    ~HeadlessClient() override;

    /// Does one line; what is not understood ends the program with exit code 2.
    void obey(const QJsonObject &order);

private:
    struct Wait
    {
        std::function<bool()> over;
        std::function<void()> then;
        QTimer limit;
    };

    void watchSession();
    void watchChat();
    void send(const QJsonObject &order);
    void showRows(const ConversationId &id, bool refresh);
    void showList();
    void jump(const QJsonObject &order);
    /// `then` as soon as `over` holds, or after `patience`.
    void when(std::function<bool()> over, std::function<void()> then, Milliseconds patience);
    void look();
    ChatManager &chat() { return m_app->backend()->chat(); }

    QHash<TempId, Message::State> m_told;
    std::list<std::unique_ptr<Wait>> m_waits;
    QTimer m_looking; // runs only while something is waited for
    Milliseconds m_wallBy{0};
    Milliseconds m_steadyBy{0};
    std::unique_ptr<App> m_app;
};

} // namespace suhbat::fault
