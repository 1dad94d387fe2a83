#pragma once

#include <QObject>
#include <QQmlEngine>
#include <QString>

namespace suhbat {

/// Whether the settings are open and at which section, so that whatever knows the App can open
/// them; and what the program says of itself.
class SettingsFace : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program")
    Q_PROPERTY(bool shown READ isShown NOTIFY shownChanged)
    Q_PROPERTY(Section section READ section WRITE setSection NOTIFY sectionChanged)
    Q_PROPERTY(QString version READ version CONSTANT)
    Q_PROPERTY(QString qtVersion READ qtVersion CONSTANT)
    Q_PROPERTY(QString system READ system CONSTANT)

public:
    /// In the order of the list.
    enum Section {
        Appearance,
        Notifications,
        Language,
        Account,
        Storage,
        Shortcuts,
        Diagnostics,
        About
    };
    Q_ENUM(Section)

    using QObject::QObject;

    bool isShown() const { return m_shown; }
    Section section() const { return m_section; }
    void setSection(Section section);
    static QString version();
    static QString qtVersion() { return QString::fromLatin1(qVersion()); }
    /// "Debian GNU/Linux 12 (bookworm), x86_64"
    static QString system();

    Q_INVOKABLE void show(suhbat::SettingsFace::Section section);
    Q_INVOKABLE void hide();

Q_SIGNALS:
    void shownChanged();
    void sectionChanged();

private:
    bool m_shown = false;
    Section m_section = Appearance;
};

} // namespace suhbat
