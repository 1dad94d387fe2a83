#include "app/AccountFace.h"
#include "app/AccountPaths.h"
#include "base/FolderName.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QFileInfo>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace suhbat;

class TestAccountPaths : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void theDefaultAccountHasTheOldSettingsFile();
    void accountsShareNothing();
    void serversAndUsersShareNothing();
    void aNameNeverLeavesItsFolder_data();
    void aNameNeverLeavesItsFolder();
    void plainNamesAreReadable();
    void namesThatCannotBeAreSaidSo();
    void oneServerIsOneKey();
    void foldersAreForTheirOwnerAlone();
    void withoutDataNothingHasAPlace();
    void thePlaceOfTheLoginIsTold();

private:
    static AccountPaths of(const QString &account)
    {
        return AccountPaths::below(QStringLiteral("/config"), QStringLiteral("/data"), account);
    }
};

void TestAccountPaths::theDefaultAccountHasTheOldSettingsFile()
{
    QCOMPARE(of({}).settingsFile(), QStringLiteral("/config/settings.ini"));
    QCOMPARE(of({}).serverFile(), QString());
    QCOMPARE(of({}).dataFolder(), QStringLiteral("/data/default"));
    QVERIFY(
        AccountPaths::standard().settingsFile().endsWith(QStringLiteral("/suhbat/settings.ini")));
}

void TestAccountPaths::accountsShareNothing()
{
    const QStringList names{QString(),
                            QStringLiteral("default"),
                            QStringLiteral("work"),
                            QStringLiteral("Work"),
                            QStringLiteral("work."),
                            QStringLiteral("мой"),
                            QStringLiteral("мои"),
                            QStringLiteral("../default")};
    QSet<QString> seen;
    for (const QString &name : names) {
        const AccountPaths paths = of(name);
        for (const QString &place : {paths.settingsFile(), paths.dataFolder()}) {
            // File systems that ignore case must not bring two together either.
            QVERIFY2(!seen.contains(place.toLower()), qPrintable(place));
            seen.insert(place.toLower());
        }
    }
    QCOMPARE(of(QStringLiteral(" work ")).dataFolder(), of(QStringLiteral("work")).dataFolder());
}

void TestAccountPaths::serversAndUsersShareNothing()
{
    const AccountPaths paths = of({});
    const UserId dana(QStringLiteral("42"));
    QCOMPARE(paths.userFolder(QStringLiteral("s"), dana), QStringLiteral("/data/default/s/42"));
    QVERIFY(paths.userFolder(QStringLiteral("s"), dana) !=
            paths.userFolder(QStringLiteral("s"), UserId(QStringLiteral("43"))));
    QVERIFY(paths.serverFolder(QStringLiteral("https://a.example/api")) !=
            paths.serverFolder(QStringLiteral("https://a_example/api")));
}

void TestAccountPaths::aNameNeverLeavesItsFolder_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("dot") << QStringLiteral(".");
    QTest::newRow("up") << QStringLiteral("..");
    QTest::newRow("path") << QStringLiteral("../../etc/passwd");
    QTest::newRow("root") << QStringLiteral("/");
    QTest::newRow("back") << QStringLiteral("..\\..");
    QTest::newRow("nul") << QStringLiteral("a") + QChar(u'\0') + QStringLiteral("b");
    QTest::newRow("long") << QString(5000, u'x');
    QTest::newRow("letters") << QStringLiteral("ғайрат 💬");
    QTest::newRow("address") << QStringLiteral("https://chat.example.com:8443/api");
}

void TestAccountPaths::aNameNeverLeavesItsFolder()
{
    QFETCH(QString, text);
    const QString name = folderNameOf(text);
    QVERIFY2(name.size() <= 61 && name.size() >= 12, qPrintable(name));
    QVERIFY2(!name.startsWith(u'.'), qPrintable(name));
    for (const QChar c : name)
        QVERIFY2(c.isLower() || c.isDigit() || QStringLiteral("-_.").contains(c), qPrintable(name));
    QCOMPARE(folderNameOf(text), name);
    // What looks like such a name is not taken for it.
    QVERIFY(folderNameOf(name) != name);
}

void TestAccountPaths::plainNamesAreReadable()
{
    QCOMPARE(folderNameOf(QStringLiteral("work-2")), QStringLiteral("work-2"));
    QVERIFY(folderNameOf(QStringLiteral("chat.example.com"))
                .startsWith(QStringLiteral("chat.example.com-")));
}

void TestAccountPaths::namesThatCannotBeAreSaidSo()
{
    QCOMPARE(AccountPaths::problemWith(QStringLiteral("work")), QString());
    QCOMPARE(AccountPaths::problemWith(QStringLiteral("Anna's №2")), QString());
    QVERIFY(!AccountPaths::problemWith(QStringLiteral("  ")).isEmpty());
    QVERIFY(!AccountPaths::problemWith(QStringLiteral("a\nb")).isEmpty());
    QVERIFY(!AccountPaths::problemWith(QString(65, u'x')).isEmpty());
}

void TestAccountPaths::oneServerIsOneKey()
{
    ServerProfile profile;
    profile.apiBaseUrl = QUrl(QStringLiteral("https://Chat.example.com/api"));
    const QString key = AccountPaths::serverKey(profile);
    QCOMPARE(key, QStringLiteral("https://chat.example.com/api"));
    profile.apiBaseUrl = QUrl(QStringLiteral("https://chat.example.com/api/"));
    QCOMPARE(AccountPaths::serverKey(profile), key);
    profile.apiBaseUrl = QUrl(QStringLiteral("https://me:secret@chat.example.com/api"));
    QCOMPARE(AccountPaths::serverKey(profile), key);
    profile.apiBaseUrl = QUrl(QStringLiteral("https://chat.example.com:8443/api"));
    QVERIFY(AccountPaths::serverKey(profile) != key);
}

void TestAccountPaths::foldersAreForTheirOwnerAlone()
{
    const QTemporaryDir dir;
    const AccountPaths paths =
        AccountPaths::below(dir.path(), dir.filePath(QStringLiteral("share")), {});
    const QString folder = paths.userFolder(QStringLiteral("server"), UserId(QStringLiteral("42")));
    QVERIFY(AccountPaths::makePrivate(folder).ok());
    QVERIFY(AccountPaths::makePrivate(folder).ok());
    const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup |
                        QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
    for (const QString &made : {folder, paths.dataFolder()})
        QVERIFY(!(QFileInfo(made).permissions() & others));

    QVERIFY(QFile::setPermissions(folder, QFile::permissions(folder) | others));
    QVERIFY(AccountPaths::makePrivate(folder).ok());
    QVERIFY(!(QFileInfo(folder).permissions() & others));

    QFile inTheWay(dir.filePath(QStringLiteral("file")));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    QVERIFY(!AccountPaths::makePrivate(inTheWay.fileName() + QStringLiteral("/below")).ok());
}

void TestAccountPaths::withoutDataNothingHasAPlace()
{
    const AccountPaths paths = AccountPaths::settingsOnly(QStringLiteral("/tmp/settings.ini"));
    QVERIFY(!paths.keepsData());
    QCOMPARE(paths.settingsFile(), QStringLiteral("/tmp/settings.ini"));
    QVERIFY(paths.serverFolder(QStringLiteral("s")).isEmpty());
    QVERIFY(paths.userFolder(QStringLiteral("s"), UserId(QStringLiteral("1"))).isEmpty());
}

void TestAccountPaths::thePlaceOfTheLoginIsTold()
{
    const QTemporaryDir dir;
    const AccountPaths paths = AccountPaths::below(dir.path(), dir.path());
    AccountFace::Now now;
    AccountFace face(paths, [&now] { return now; });
    const auto place = [&face] {
        face.refresh();
        return face.loginPlace();
    };
    QCOMPARE(place(), QStringLiteral("Stored in the keyring of this computer"));
    now.loginInFile = true;
    QCOMPARE(place(), QStringLiteral("Stored in a file that only you can read"));
    now.stays = false;
    QVERIFY(place().startsWith(QLatin1String("Not stored")));
}

SUHBAT_TEST(TestAccountPaths, Nothing)
#include "tst_accountpaths.moc"
