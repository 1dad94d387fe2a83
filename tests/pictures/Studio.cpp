#include "pictures/Studio.h"

#include <QDir>
#include <QGuiApplication>
#include <QQuickItem>
#include <QQuickWindow>
#include <QStyleHints>
#include <QTest>
#include <QTextStream>

#include <algorithm>

namespace suhbat::test {

namespace {

// A Thursday morning, for ever.
QDateTime pictureTime()
{
    return QDateTime(QDate(2026, 3, 5), QTime(10, 24), Qt::UTC);
}

} // namespace

demo::DemoOptions Studio::options()
{
    demo::DemoOptions chosen;
    chosen.now = pictureTime;
    chosen.quiet = true;
    return chosen;
}

Backend::Timing Studio::timing()
{
    Backend::Timing chosen = Person::quickTiming();
    chosen.clock.wall = pictureTime;
    return chosen;
}

const QVector<Variant> &Studio::variants()
{
    static const QVector<Variant> all = {
        {QStringLiteral("light-en"), false, QStringLiteral("en"), {1000, 700}},
        {QStringLiteral("dark-ru"), true, QStringLiteral("ru"), {1000, 700}},
        {QStringLiteral("narrow-uz"), false, QStringLiteral("uz"), {360, 480}},
        // The kept ones are small: both layouts, light and dark, in a repository's size.
        {QStringLiteral("small-en"), false, QStringLiteral("en"), {720, 500}},
        {QStringLiteral("narrow-dark-ru"), true, QStringLiteral("ru"), {360, 480}},
        {QStringLiteral("wide-dark-en"), true, QStringLiteral("en"), {2560, 1440}},
        {QStringLiteral("light-uz"), false, QStringLiteral("uz"), {1000, 700}},
        // Kept in part, for what the others cannot show: a large screen; Uzbek at 200 and 100 %.
        {QStringLiteral("first-wide"), true, QStringLiteral("en"), {2560, 1440}, false, 2},
        {QStringLiteral("first-double"), false, QStringLiteral("uz"), {360, 480}, false, 6},
        {QStringLiteral("first-uz"), false, QStringLiteral("uz"), {360, 480}, false, 12},
        {QStringLiteral("pseudo"), false, QStringLiteral("en"), {1000, 700}, true},
    };
    return all;
}

std::optional<Variant> Studio::variant(const QString &name)
{
    for (const Variant &each : variants()) {
        if (each.name == name)
            return each;
    }
    return std::nullopt;
}

Studio::Studio(Variant variant, const QString &folder)
    : m_variant(std::move(variant))
    , m_folder(folder)
    , m_server(options())
    , m_dana(std::make_unique<Person>(timing()))
{
    QGuiApplication::styleHints()->setCursorFlashTime(0); // a caret is always there
    qputenv("HOME", m_dir.path().toLocal8Bit());          // where files are saved
    qunsetenv("XDG_CONFIG_HOME");
}

Studio::~Studio()
{
    QCoreApplication::removeTranslator(&m_pseudo);
}

bool Studio::furnish(Person &person, bool serverKnown)
{
    person.app().settings()->overrideThemeMode(m_variant.dark ? Settings::Dark : Settings::Light);
    person.app().settings()->overrideLanguage(m_variant.language);
    if (m_variant.pseudo) { // before the others, being the last
        QCoreApplication::removeTranslator(&m_pseudo);
        QCoreApplication::installTranslator(&m_pseudo);
    }
    if (serverKnown ? !person.open(m_profile) : !person.open())
        return false;
    person.window()->resize(m_variant.size);
    return true;
}

bool Studio::run()
{
    if (m_variant.pseudo)
        m_wording = std::make_unique<Wording>(data());
    if (!m_server.listen())
        return false;
    m_profile = Person::profileOf(m_server);
    Capabilities &can = m_profile.capabilities.on;
    can.paging = can.reply = can.edit = can.remove = can.upload = can.readers = true;
    can.groupCreate = can.members = can.search = true;
    m_shown = m_dana.get();
    const bool done = furnish(*m_dana) && beforeLogin() && code() && list() && ways() &&
                      conversation() && writing() && emoji() && outgoingFiles() && overlays() &&
                      settingsPages() && quietHour() && connectionTroubles() && messageTroubles() &&
                      leaving() && nobody() && meetCrowd() && firstStart() && crowd();
    if (!m_wording)
        return done || m_taken > m_variant.most;
    for (const QString &problem : m_wording->problems())
        QTextStream(stdout) << problem << Qt::endl;
    QTextStream(stdout) << m_taken << " scenes, " << m_wording->problems().size() << " problems"
                        << Qt::endl;
    return done && m_wording->problems().isEmpty();
}

QStringList Studio::words()
{
    return {QStringLiteral("Do you have a minute before the review?"),
            QStringLiteral("Perfect, see you there! Shall I bring the printed plan?"),
            QStringLiteral("In ten minutes, room 4 is free."), QStringLiteral("Yes, I do."),
            QStringLiteral("+998 90 000 00 02"),
            // names of emoji are words of Unicode, not of the program
            QStringLiteral("nose notebook no entry no bicycles no smoking no littering"),
            // for support, always in English
            QStringLiteral("Error: Unreachable Details: Connection refused"),
            QStringLiteral("Ali Qoʻchqorov, Bekzod Karimov"),
            QStringLiteral("wall.bmp Film of the tour through the workshop.mp4 Downloads"),
            QStringLiteral(
                "And the film of the tour. I will call them at noon. http://prices.example/2025"),
            QStringLiteral("river.png Delivery plan for the second half of the year.pdf"),
            QStringLiteral("terrace.jpg courtyard.jpg Wrong code Holiday photos")};
}

QStringList Studio::data() const
{
    QStringList all{QStringLiteral(
        "Suhbat Eng Рус Oʻzb 127.0.0.1 terrace.jpg delivery-times.png visit-plan.pdf "
        "Wrong phone number or password Wrong code. Check it and type it again.")};
    for (const demo::Person &person : m_server.people()) {
        all += person.name;
        for (const demo::Conversation &room : m_server.conversationsOf(person.id)) {
            all += room.title;
            for (const demo::Message &message : m_server.messages(room.id))
                all += {message.body, QStringLiteral("You")};
        }
    }
    all += m_dir.path().split(QLatin1Char('/')); // where files are saved
    return all + words() + Crowd::names() + Crowd::lines() + Crowd::orderNames() +
           QStringList{Crowd::names().mid(1, 2).join(QLatin1String(", "))};
}

bool Studio::scene(const char *name, const Setting &set, const Setting &clear)
{
    if (m_taken++ == m_variant.most)
        return false;
    const QString file =
        QStringLiteral("%1-%2.png").arg(m_taken, 2, 10, QLatin1Char('0')).arg(QLatin1String(name));
    // Twice: what the first frame brings about (a row that comes into sight is read) is in it too.
    const auto keep = [&] {
        if (!m_wording)
            return m_shown->picture(QDir(m_folder).filePath(file));
        m_wording->read(m_shown->window(), QLatin1String(name));
        return true;
    };
    if (set() && settled() && m_shown->drawn() && m_shown->drawn() && keep() && (!clear || clear()))
        return true;
    QTextStream(stderr) << "pictures: " << m_variant.name << ": no picture of " << name << Qt::endl;
    return false;
}

bool Studio::settled()
{
    QTest::mouseMove(m_shown->window(), QPoint(1, 1));
    return m_shown->waitUntil("the pictures", [&] {
        const QList<QQuickItem *> tiles = m_shown->items(QStringLiteral("pictureTile"));
        return std::all_of(tiles.begin(), tiles.end(),
                           [](const QQuickItem *tile) { return tile->property("shown").toBool(); });
    });
}

bool Studio::toList()
{
    return !narrow() || !m_dana->sees(QStringLiteral("chatBack")) ||
           m_dana->click(QStringLiteral("chatBack"));
}

bool Studio::openRoom(const QString &title)
{
    // Not by a click: the list keeps its place, and so looks the same in every picture.
    const ConversationListModel *list = m_dana->app().chat()->conversations();
    for (int row = 0; row < list->rowCount(); ++row) {
        const QModelIndex index = list->index(row);
        if (index.data(ConversationListModel::TitleRole).toString() != title)
            continue;
        m_dana->app().chat()->open(
            index.data(ConversationListModel::ConversationIdRole).toString());
        return m_dana->waitFor(QStringLiteral("composer")) && m_dana->waitUntil("the history", [&] {
            return !m_dana->app().chat()->loadingMessages() &&
                   m_dana->sees(QStringLiteral("messageBubble"));
        });
    }
    return false;
}

bool Studio::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    m_shown->press(key, modifiers);
    return true;
}

} // namespace suhbat::test
