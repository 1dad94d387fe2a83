#include "chat/ReceiptKeeper.h"

#include "base/Logging.h"
#include "store/StateStore.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace suhbat {

namespace {

const QString receiptsKey = QStringLiteral("receipts");

} // namespace

ReceiptKeeper::ReceiptKeeper(StateStore &store, std::function<Receipts()> pending, QObject *parent)
    : QObject(parent), m_store(store), m_pending(std::move(pending))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(debounce);
    connect(&m_timer, &QTimer::timeout, this, &ReceiptKeeper::write);
}

ReceiptKeeper::~ReceiptKeeper()
{
    m_timer.disconnect(this);
}

void ReceiptKeeper::start()
{
    m_running = true;
    m_read = false;
    ++m_generation;
    read();
}

void ReceiptKeeper::read()
{
    m_reading = true;
    m_store.loadState(receiptsKey, this, [this, g = m_generation](const Result<QString> &kept) {
        if (g != m_generation)
            return;
        m_reading = false;
        m_read = kept.ok();
        if (!kept) {
            qCInfo(lcChat) << "receipts not read:" << kept.error().detail;
            return;
        }
        if (!m_pending().isEmpty())
            changed();
        const Receipts receipts = fromText(*kept);
        for (auto it = receipts.cbegin(); it != receipts.cend(); ++it)
            Q_EMIT restored(it.key(), it.value());
    });
}

void ReceiptKeeper::changed()
{
    // Not restarted: reading without a pause must not keep it from the disk.
    if (m_running && !m_timer.isActive())
        m_timer.start();
}

void ReceiptKeeper::stop()
{
    m_running = false;
    if (m_timer.isActive())
        write();
    ++m_generation;
}

void ReceiptKeeper::write()
{
    m_timer.stop();
    if (!m_read) {
        if (m_running && !m_reading)
            read(); // it may go better now
        return;
    }
    m_store.saveState(receiptsKey, toText(m_pending()), this, [](const Result<void> &saved) {
        if (!saved)
            qCInfo(lcChat) << "receipts not kept:" << saved.error().detail;
    });
}

QString ReceiptKeeper::toText(const Receipts &receipts)
{
    QJsonObject all;
    qsizetype left = most;
    qsizetype room = StateStore::maxState - 2;
    for (auto it = receipts.cbegin(); it != receipts.cend(); ++it) {
        QJsonArray ids;
        room -= it.key().toString().size() + 6;
        for (auto id = it->crbegin(); id != it->crend() && left > 0; ++id) {
            room -= id->toString().size() + 3;
            if (room < 0)
                break;
            ids.prepend(id->toString());
            --left;
        }
        if (!ids.isEmpty())
            all.insert(it.key().toString(), ids);
    }
    if (all.isEmpty())
        return {};
    return QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact));
}

ReceiptKeeper::Receipts ReceiptKeeper::fromText(const QString &text)
{
    Receipts receipts;
    const QJsonObject all = QJsonDocument::fromJson(text.toUtf8()).object();
    for (auto it = all.begin(); it != all.end(); ++it) {
        const QJsonArray ids = it.value().toArray();
        for (const auto &id : ids) {
            if (!id.toString().isEmpty())
                receipts[ConversationId(it.key())].append(MessageId(id.toString()));
        }
    }
    return receipts;
}

} // namespace suhbat
