#include "app/ErrorText.h"

namespace suhbat {

QString ErrorText::storageSentence(StorageProblem problem)
{
    switch (problem) {
    case StorageProblem::Full:
        return tr("The disk of this computer is full.");
    case StorageProblem::ReadOnly:
        return tr("Suhbat may not write to its folder on this computer.");
    case StorageProblem::InUse:
        return tr("This account is already open in another window of Suhbat.");
    case StorageProblem::Newer:
        return tr("What is kept on this computer was written by a newer version of Suhbat.");
    case StorageProblem::Attachment:
        return tr("A file of this message cannot be read.");
    case StorageProblem::Other:
    case StorageProblem::None:
        break;
    }
    return tr("What is kept on this computer cannot be read or written.");
}

QString ErrorText::openingHint(StorageProblem problem)
{
    switch (problem) {
    case StorageProblem::InUse:
        return tr("Until it is closed there, you can read here, but not send: messages could get "
                  "lost. Close the other window, then retry.");
    case StorageProblem::Newer:
        return tr("Until then you can read, but not send. Install the newer version again, then "
                  "retry.");
    case StorageProblem::Full:
        return tr("Until then you can read, but not send. Free some space, then retry.");
    default:
        return tr("Until then you can read, but not send. Check the disk, then retry.");
    }
}

QString ErrorText::storageHint(StorageProblem problem)
{
    switch (problem) {
    case StorageProblem::Full:
        return tr("Free some space: until then nothing is kept when Suhbat is closed.");
    case StorageProblem::InUse:
        return tr("Go on there, or close it first.");
    case StorageProblem::Newer:
        return tr("Install the newer version again.");
    case StorageProblem::Attachment:
        return tr("It may have been moved or deleted: attach it again.");
    case StorageProblem::ReadOnly:
    case StorageProblem::Other:
    case StorageProblem::None:
        break;
    }
    return tr("Check the disk: until then nothing is kept when Suhbat is closed.");
}

} // namespace suhbat
