#pragma once

#include "demo/DemoServer.h"
#include "pictures/Crowd.h"
#include "pictures/Wording.h"
#include "support/FakeKeyring.h"
#include "support/Person.h"

#include <QSize>
#include <QString>
#include <QTemporaryDir>
#include <QUrl>
#include <QVector>

#include <functional>
#include <memory>
#include <optional>

namespace suhbat::test {

/// How the pictures of one series look.
struct Variant
{
    QString name;
    bool dark = false;
    QString language;
    QSize size;          ///< of the window, device-independent pixels
    bool pseudo = false; ///< in the pseudo language: read, not photographed
    int most = 1000;     ///< scenes, from the first
};

/// Photographs the real window in every state, always the same: a fixed clock, a seeded history in
/// which nobody acts by themselves, nothing that moves or blinks.
class Studio
{
public:
    static const QVector<Variant> &variants();
    static std::optional<Variant> variant(const QString &name);

    /// The folder must be there; the pictures are named after their scenes.
    Studio(Variant variant, const QString &folder);
    ~Studio();

    /// All scenes; false after it has printed which one could not be set, or what was read.
    [[nodiscard]] bool run();

private:
    using Setting = std::function<bool()>;

    /// `set` brings the window there, `clear` back to where the next scene starts.
    bool scene(const char *name, const Setting &set, const Setting &clear = {});
    bool beforeLogin();
    bool code();
    bool list();
    bool ways();
    bool conversation();
    bool viewing();
    bool writing();
    bool answering();
    bool emoji();
    bool outgoingFiles();
    bool overlays();
    bool settingsPages();
    bool quietHour();
    bool noNotices();
    bool connectionTroubles();
    bool messageTroubles();
    bool leaving();
    bool nobody();
    [[nodiscard]] bool meetCrowd();
    bool firstStart();
    bool crowd();
    bool longNames();
    bool badLine();

    /// All that is not translated: what people and the server say, and what the scenes type.
    QStringList data() const;
    static QStringList words();
    static Backend::Timing timing();
    static demo::DemoOptions options();
    /// Looks and size of a window, and its server.
    [[nodiscard]] bool furnish(Person &person, bool serverKnown = true);
    [[nodiscard]] bool startBekzod();
    [[nodiscard]] bool logInAs(const QString &phone, const QString &password);
    bool openRoom(const QString &title);
    /// Of the newest message, which is Dana's.
    bool openMenuOfMine();
    /// In a narrow window the list takes the place of the conversation.
    bool toList();
    /// Made anew: a picture and a document.
    QList<QUrl> someFiles();
    /// Nothing under the pointer, and every picture in its place.
    bool settled();
    bool key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    bool narrow() const { return m_variant.size.width() < 600; }

    Variant m_variant;
    QString m_folder;
    int m_taken = 0;
    demo::DemoServer m_server;
    ServerProfile m_profile;
    QTemporaryDir m_dir;
    FakeKeyring::Drawer m_drawer;
    std::unique_ptr<Crowd> m_crowd;
    std::unique_ptr<Person> m_dana;   // at last the one with the crowd
    std::unique_ptr<Person> m_bekzod; // has nobody to write to yet
    Person *m_shown = nullptr;        // whose window is photographed
    PseudoLanguage m_pseudo;
    std::unique_ptr<Wording> m_wording; // null where pictures are taken
};

} // namespace suhbat::test
