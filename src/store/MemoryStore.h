#pragma once

#include "store/OutboxStore.h"

#include <QVector>

namespace suhbat {

/// Keeps everything for as long as the program runs; answers as late as a database would.
class MemoryStore final : public OutboxStore
{
public:
    void addOutbox(const OutboxEntry &entry, QObject *context, Done<void> done) override;
    void removeOutbox(const TempId &id, QObject *context, Done<void> done) override;
    void loadOutbox(QObject *context, Done<QVector<OutboxEntry>> done) override;

private:
    QVector<OutboxEntry> m_outbox;
};

} // namespace suhbat
