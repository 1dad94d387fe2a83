#pragma once

namespace suhbat::demo {

/// A waiting time drawn evenly from a range.
struct Range
{
    int fromMs = 0;
    int toMs = 0;
};

/// How fast the scripted people are. The defaults are those of people in a hurry.
struct ScriptTimings
{
    Range firstRead{1500, 4000};       ///< after a login: the newcomer's older messages are read
    Range firstMessage{6000, 11'000};  ///< after a login: somebody starts by himself
    Range nextMessage{25'000, 70'000}; ///< between two such starts
    Range read{700, 2200};             ///< from a message to its being read
    Range think{600, 2000};            ///< from reading to typing
    int typingPerCharacterMs = 45;
    Range typing{1200, 6000};  ///< bounds of the typing time
    int typingRepeatMs = 2500; ///< between two typing events of one text
};

} // namespace suhbat::demo
