// Secrets in files, and the choice between the keyring and files. The real keyring: tst_keyring.
#include "app/platform/FileSecretStore.h"
#include "app/platform/SystemSecretStore.h"
#include "support/FakeKeyring.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace suhbat;
using test::FakeKeyring;

namespace {

const QString key = QStringLiteral("https://chat.example.com/api");
const QByteArray secret = "7|a-token";
constexpr auto othersRights = QFileDevice::ReadGroup | QFileDevice::WriteGroup |
                              QFileDevice::ExeGroup | QFileDevice::ReadOther |
                              QFileDevice::WriteOther | QFileDevice::ExeOther;

} // namespace

class TestSecretStore : public QObject
{
    Q_OBJECT

    using Kind = SecretAnswer::Kind;

private Q_SLOTS:
    void init()
    {
        test::failOnAnyWarning();
        m_dir = std::make_unique<QTemporaryDir>();
    }

    void aFileIsForItsOwnerAlone();
    void aFileThatOthersCanReadIsNotTrusted();
    void aLinkIsNotFollowed();
    void aFolderThatCannotBeMadeIsSaidSo();
    void theAnswerComesLaterAndNotToTheDead();
    void theKeyringComesFirst();
    void withoutAKeyringAFileTakesIt();
    void aLockedKeyringGetsNoFileBesideIt();
    void aSecretMovesIntoTheKeyringThatCame();
    void nothingInAFileIsNotCertainWhileTheKeyringIsAway();
    void removedIsRemovedInBothPlaces();

private:
    QString folder() const { return m_dir->filePath(QStringLiteral("kept")); }
    SecretAnswer read(SecretStore &store)
    {
        return ask([&](auto done) { store.read(key, this, done); });
    }
    SecretAnswer write(SecretStore &store)
    {
        return ask([&](auto done) { store.write(key, secret, this, done); });
    }
    SecretAnswer remove(SecretStore &store)
    {
        return ask([&](auto done) { store.remove(key, this, done); });
    }
    SecretAnswer ask(const std::function<void(SecretStore::Done)> &question)
    {
        std::optional<SecretAnswer> answer;
        question([&answer](const SecretAnswer &given) { answer = given; });
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }))
            return {Kind::Refused, {}, QStringLiteral("no answer")};
        return *answer;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestSecretStore::aFileIsForItsOwnerAlone()
{
    FileSecretStore files(folder());
    QCOMPARE(read(files).kind, Kind::NotThere);
    QVERIFY2(!QFileInfo::exists(folder()), "reading must not write");
    QVERIFY(write(files).ok());
    QVERIFY(!(QFileInfo(folder()).permissions() & othersRights));
    QVERIFY(!(QFileInfo(files.fileOf(key)).permissions() & othersRights));
    QCOMPARE(read(files).secret, secret);
    QCOMPARE(QDir(folder()).entryList(QDir::Files).size(), 1); // nothing half written beside it
    QVERIFY(remove(files).ok());
    QVERIFY(remove(files).ok());
    QCOMPARE(read(files).kind, Kind::NotThere);
}

void TestSecretStore::aFileThatOthersCanReadIsNotTrusted()
{
    FileSecretStore files(folder());
    QVERIFY(write(files).ok());
    QFile file(files.fileOf(key));
    QVERIFY(file.setPermissions(QFileDevice::ReadOwner | QFileDevice::ReadOther));
    const SecretAnswer answer = read(files);
    QCOMPARE(answer.kind, Kind::NotThere);
    QVERIFY(answer.secret.isEmpty());
    QVERIFY(!answer.detail.isEmpty());
    // Written anew, it is closed again.
    QVERIFY(write(files).ok());
    QVERIFY(!(QFileInfo(files.fileOf(key)).permissions() & othersRights));
    QCOMPARE(read(files).secret, secret);
}

void TestSecretStore::aLinkIsNotFollowed()
{
    FileSecretStore files(folder());
    QVERIFY(write(files).ok());
    const QString elsewhere = m_dir->filePath(QStringLiteral("elsewhere"));
    QVERIFY(QFile::rename(files.fileOf(key), elsewhere));
    QVERIFY(QFile::link(elsewhere, files.fileOf(key)));
    QCOMPARE(read(files).kind, Kind::NotThere);
    QVERIFY(remove(files).ok());
    QVERIFY(QFile::exists(elsewhere));
}

void TestSecretStore::aFolderThatCannotBeMadeIsSaidSo()
{
    QFile inTheWay(folder());
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    FileSecretStore files(folder() + QStringLiteral("/below"));
    const SecretAnswer answer = write(files);
    QCOMPARE(answer.kind, Kind::Unavailable);
    QVERIFY(!answer.detail.contains(QString::fromLatin1(secret)));
}

void TestSecretStore::theAnswerComesLaterAndNotToTheDead()
{
    FileSecretStore files(folder());
    int answers = 0;
    files.read(key, this, [&answers](const SecretAnswer &) { ++answers; });
    QCOMPARE(answers, 0);
    {
        QObject context;
        files.read(key, &context, [&answers](const SecretAnswer &) { answers += 100; });
    }
    QTRY_COMPARE(answers, 1);
}

void TestSecretStore::theKeyringComesFirst()
{
    FakeKeyring::Drawer drawer;
    SystemSecretStore store(std::make_unique<FakeKeyring>(drawer), folder());
    QVERIFY(write(store).ok());
    QCOMPARE(store.place(), SecretStore::Place::Keyring);
    QCOMPARE(drawer.secrets.value(key), secret);
    QVERIFY(!QFileInfo::exists(folder()));
    QCOMPARE(read(store).secret, secret);
    QVERIFY(remove(store).ok());
    QVERIFY(drawer.secrets.isEmpty());
    QCOMPARE(read(store).kind, Kind::NotThere);
}

void TestSecretStore::withoutAKeyringAFileTakesIt()
{
    FakeKeyring::Drawer drawer;
    drawer.state = FakeKeyring::State::Absent;
    SystemSecretStore store(std::make_unique<FakeKeyring>(drawer), folder());
    QVERIFY(write(store).ok());
    QCOMPARE(store.place(), SecretStore::Place::File);
    QCOMPARE(read(store).secret, secret);
    QVERIFY(remove(store).ok());
    QVERIFY(QDir(folder()).isEmpty());
}

void TestSecretStore::aLockedKeyringGetsNoFileBesideIt()
{
    FakeKeyring::Drawer drawer;
    drawer.state = FakeKeyring::State::Locked;
    SystemSecretStore store(std::make_unique<FakeKeyring>(drawer), folder());
    QCOMPARE(write(store).kind, Kind::Refused);
    QVERIFY(!QFileInfo::exists(folder()));
    QCOMPARE(read(store).kind, Kind::Refused);
    QCOMPARE(remove(store).kind, Kind::Refused);
}

void TestSecretStore::aSecretMovesIntoTheKeyringThatCame()
{
    FakeKeyring::Drawer drawer;
    drawer.state = FakeKeyring::State::Absent;
    SystemSecretStore store(std::make_unique<FakeKeyring>(drawer), folder());
    QVERIFY(write(store).ok());
    drawer.state = FakeKeyring::State::Open;
    QCOMPARE(read(store).secret, secret);
    QTRY_VERIFY(QDir(folder()).isEmpty());
    QCOMPARE(drawer.secrets.value(key), secret);
    QCOMPARE(store.place(), SecretStore::Place::Keyring);
}

void TestSecretStore::nothingInAFileIsNotCertainWhileTheKeyringIsAway()
{
    FakeKeyring::Drawer drawer;
    drawer.state = FakeKeyring::State::Absent;
    SystemSecretStore store(std::make_unique<FakeKeyring>(drawer), folder());
    QCOMPARE(read(store).kind, Kind::Unavailable);
}

void TestSecretStore::removedIsRemovedInBothPlaces()
{
    FakeKeyring::Drawer drawer;
    drawer.secrets.insert(key, secret);
    SystemSecretStore store(std::make_unique<FakeKeyring>(drawer), folder());
    FileSecretStore files(folder());
    QVERIFY(write(files).ok());
    QVERIFY(remove(store).ok());
    QVERIFY(drawer.secrets.isEmpty());
    QCOMPARE(read(files).kind, Kind::NotThere);
}

SUHBAT_TEST(TestSecretStore, Core)
#include "tst_secretstore.moc"
