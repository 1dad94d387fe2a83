#pragma once

#include <QObject>
#include <QQmlEngine>
#include <QStringList>

namespace suhbat {

class LogMemory;

/// The newest lines of the log, as the diagnostics page shows them: a snapshot, taken by refresh()
/// and whenever another category is chosen.
class LogFace : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program")
    Q_PROPERTY(QStringList categories READ categories NOTIFY changed)
    Q_PROPERTY(QString category READ category WRITE setCategory NOTIFY changed)
    Q_PROPERTY(QStringList lines READ lines NOTIFY changed)

public:
    using QObject::QObject;

    /// The memory must outlive the face; without one there are no lines.
    void setMemory(const LogMemory *memory);

    /// "suhbat.chat", "suhbat.pusher", …
    const QStringList &categories() const { return m_categories; }
    /// Empty: all of them.
    const QString &category() const { return m_category; }
    void setCategory(const QString &category);
    /// Oldest first.
    const QStringList &lines() const { return m_lines; }

    Q_INVOKABLE void refresh();
    /// What support asks for: program and system, `connection` and the whole log. No secrets.
    Q_INVOKABLE QString report(const QString &connection) const;
    /// Puts report() on the clipboard.
    Q_INVOKABLE void copyReport(const QString &connection) const;

Q_SIGNALS:
    void changed();

private:
    const LogMemory *m_memory = nullptr;
    QStringList m_categories;
    QString m_category;
    QStringList m_lines;
};

} // namespace suhbat
