#pragma once

#include <QColor>
#include <QQmlEngine>
#include <QQuickTextDocument>
#include <QStringList>
#include <QSyntaxHighlighter>

namespace suhbat {

/// Marks in a shown text that is a hit the words that were looked for. It lies over the text: what
/// was said, how it is copied and how much room it takes stay as they are.
class FoundWords : public QSyntaxHighlighter
{
    Q_OBJECT
    QML_ELEMENT
    /// Of a TextEdit.
    Q_PROPERTY(QQuickTextDocument *target READ target WRITE setTarget NOTIFY targetChanged)
    /// As it was typed into the search field.
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)
    Q_PROPERTY(QColor ink READ ink WRITE setInk NOTIFY coloursChanged)
    Q_PROPERTY(QColor behind READ behind WRITE setBehind NOTIFY coloursChanged)

public:
    explicit FoundWords(QObject *parent = nullptr);

    QQuickTextDocument *target() const { return m_target; }
    void setTarget(QQuickTextDocument *target);
    QString text() const { return m_text; }
    void setText(const QString &text);
    QColor ink() const { return m_ink; }
    void setInk(const QColor &ink);
    QColor behind() const { return m_behind; }
    void setBehind(const QColor &behind);

Q_SIGNALS:
    void targetChanged();
    void textChanged();
    void coloursChanged();

protected:
    void highlightBlock(const QString &line) override;

private:
    int found(const QString &word) const;

    QPointer<QQuickTextDocument> m_target;
    QString m_text;
    QStringList m_words;
    QStringList m_wanted; // the same folded
    QColor m_ink;
    QColor m_behind;
};

} // namespace suhbat
