#pragma once

#include "base/Clock.h"
#include "base/Ids.h"

#include <QHash>
#include <QObject>
#include <QTimer>
#include <QVector>

#include <functional>

namespace suhbat {

class StateStore;

/// What was read here and the server has not confirmed, kept over the end of the program: a kill
/// must not make it unread again on other devices.
class ReceiptKeeper : public QObject
{
    Q_OBJECT

public:
    using Receipts = QHash<ConversationId, QVector<MessageId>>;

    /// From the change to the disk; together with the rows that show it.
    static constexpr Milliseconds debounce{50};
    /// Ids that are kept at most; the server is asked for the rest as for anything unread.
    static constexpr int most = 2000;

    /// `pending`: what there is to keep. The store must outlive this object.
    ReceiptKeeper(StateStore &store, std::function<Receipts()> pending, QObject *parent = nullptr);
    ~ReceiptKeeper() override;

    /// Asks for what an earlier run left.
    void start();
    /// Something was read, or confirmed.
    void changed();
    /// Writes what waits; what comes from now on belongs to nobody.
    void stop();

    static QString toText(const Receipts &receipts);
    /// What cannot be read is left out.
    static Receipts fromText(const QString &text);

Q_SIGNALS:
    void restored(const suhbat::ConversationId &conversation,
                  const QVector<suhbat::MessageId> &ids);

private:
    void read();
    void write();

    StateStore &m_store;
    std::function<Receipts()> m_pending;
    QTimer m_timer;
    int m_generation = 0;
    bool m_running = false;
    bool m_reading = false;
    bool m_read = false; // before that, writing would take away what is kept
};

} // namespace suhbat
