#pragma once

#include <QAccessible>
#include <QObject>
#include <QPointer>
#include <QQmlEngine>
#include <QQmlParserStatus>
#include <QQuickItem>

namespace suhbat {

/// Keeps the rows of a ListView in the order in which they are seen, for screen readers: they read
/// rows in the order in which these were made, and one that came or moved last would be read last.
/// Does nothing as long as nobody asks for accessibility.
class ReadingOrder : public QObject, public QQmlParserStatus, public QAccessible::ActivationObserver
{
    Q_OBJECT
    Q_INTERFACES(QQmlParserStatus)
    QML_ELEMENT
    /// A ListView whose delegates have the property `index`.
    Q_PROPERTY(QQuickItem *view MEMBER m_view REQUIRED)
    /// BottomToTop: the last row is read first.
    Q_PROPERTY(bool reversed MEMBER m_reversed)

public:
    explicit ReadingOrder(QObject *parent = nullptr);
    ~ReadingOrder() override;

    void classBegin() override {}
    void componentComplete() override;
    void accessibilityActiveChanged(bool active) override;

private Q_SLOTS:
    void later();

private:
    void follow();
    void sort();

    QPointer<QQuickItem> m_view;
    QPointer<QQuickItem> m_rows; // holds them
    QPointer<QObject> m_model;
    bool m_reversed = false;
    bool m_waits = false;
};

} // namespace suhbat
