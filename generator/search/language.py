"""The rules by which text is cut into stems. The browser gets this same table, so that both sides agree.

`content/assets/search/analysis.js` applies it there. The stems are those of no published stemmer: lunr.py and lunr.js
stem differently and so lose words between them, and both drop the negation on which staff phrases turn.
"""

from __future__ import annotations

APOSTROPHES = "\u2019\u2018\u02bc\u2032\u0060\u00b4"
"""What people and their machines type for the apostrophe."""

CONTRACTIONS = {
    "won't": "will not", "wont": "will not", "can't": "can not", "cant": "can not", "cannot": "can not",
    "shan't": "will not", "ain't": "is not", "aint": "is not", "dont": "do not", "doesnt": "does not",
    "didnt": "did not", "isnt": "is not", "arent": "are not", "wasnt": "was not", "werent": "were not",
    "hasnt": "has not", "havent": "have not", "hadnt": "had not", "wouldnt": "would not", "couldnt": "could not",
    "nobody": "not one", "nothing": "not thing", "nowhere": "not where", "shouldnt": "should not", "mustnt": "must not",
    "od'd": "overdose", "oded": "overdose", "noone": "not one", "nobody's": "not one", "nobodys": "not one",
    "nowt": "not thing",
}  # fmt: skip
"""Short forms that stand for several words. Any other word that ends in n't is its beginning and `not`."""

NEGATIONS = frozenset({
    "no", "not", "never", "none", "neither", "nor", "without",
})  # fmt: skip
"""All become `not`, which is never dropped: no friends, not eating, never joins in."""

DROPPED = frozenset({
    "a", "an", "the", "this", "that", "these", "those", "some", "any", "each", "every", "both", "such", "same",
    "another", "i", "me", "my", "mine", "we", "us", "our", "you", "your", "he", "him", "his", "she", "her",
    "hers", "they", "them", "their", "it", "its", "is", "am",
    "are", "was", "were", "be", "been", "being", "do", "does", "did", "doing", "done", "has", "have", "had",
    "having", "will", "would", "shall", "should", "can", "could", "may", "might", "must", "to", "of", "on",
    "at", "by", "for", "from", "with", "into", "onto", "as", "than", "then", "and", "or",
    "but", "if", "so", "because", "when", "while", "where", "who", "whom", "which", "whose", "what", "how",
    "why", "hes", "shes", "theyre", "im", "ive", "hed", "theyd", "weve", "youre", "thats", "theres", "whats",
    "very", "really", "quite", "just", "too", "also", "even", "again", "ever", "always", "lot", "lots",
    "bit", "more", "most", "much", "many", "child", "children", "childs", "pupil", "pupils", "student",
    "students", "kid", "kids", "boy", "boys", "girl", "girls", "lad", "lads", "lass", "get", "gets", "got",
    "getting", "go", "goes", "went", "going", "keep", "keeps", "kept", "keeping", "come", "comes",
    "came", "coming", "please", "advice", "strategies", "strategy",
})  # fmt: skip
"""Words that say nothing of what is seen: dropped wherever something else is left."""

PEOPLE = frozenset({
    "he", "she", "him", "her", "his", "hers", "they", "them", "hes", "shes", "theyre", "child", "pupil", "student",
    "kid", "kids", "boy", "girl", "lad", "lass",
})  # fmt: skip
"""Words that speak of somebody: whoever uses one asks about a pupil, not about a photocopier."""

LIGHT = frozenset({
    "a", "an", "the", "this", "that", "some", "any", "i", "my", "our", "he", "she", "they",
    "is", "am", "are", "was", "were", "be", "been", "being", "do", "does", "did", "has", "have", "had",
    "will", "to", "of", "on", "at", "by", "with",
    "and", "very", "really", "so", "just", "all", "always", "keeps", "keep",
    "hes", "shes", "theyre",
})  # fmt: skip
"""The few words that are dropped where danger is looked for: there, even small words tell one thing from another."""

IRREGULAR = {
    "calmly": "calm", "angrily": "angry", "quickly": "quick", "slowly": "slow", "quietly": "quiet", "loudly": "loud",
    "easily": "easy", "happily": "happy", "nicely": "nice", "friendly": "friend", "sadly": "sad", "safely": "safe",
    "using": "use", "used": "use",
    "uses": "use", "himself": "self",
    "herself": "self", "themselves": "self", "themself": "self", "myself": "self", "itself": "self",
    "ran": "run", "running": "run", "hitting": "hit", "bit": "bite", "bitten": "bite", "biting": "bite",
    "threw": "throw", "thrown": "throw", "broke": "break", "broken": "break", "hid": "hide", "hidden": "hide",
    "hiding": "hide", "spat": "spit", "spoke": "speak", "spoken": "speak", "fought": "fight", "lost": "lose",
    "losing": "lose", "left": "leave", "leaving": "leave", "stole": "steal", "stolen": "steal", "swore": "swear",
    "sworn": "swear", "tore": "tear", "torn": "tear", "woke": "wake", "wept": "weep", "slept": "sleep",
    "ate": "eat", "eaten": "eat", "fell": "fall", "fallen": "fall", "felt": "feel", "sat": "sit", "stood": "stand",
    "said": "say", "took": "take", "taken": "take", "taking": "take", "made": "make", "making": "make",
    "wrote": "write", "written": "write", "shook": "shake", "shaken": "shake", "sad": "sad", "died": "die",
    "dying": "die", "dies": "die", "dead": "dead", "lied": "lie", "lying": "lie", "lies": "lie", "mums": "mum",
    "upset": "upset", "worse": "bad", "worst": "bad", "badly": "bad", "teeth": "tooth",
    "feet": "foot", "friends": "friend",
    "behavior": "behaviour", "behaviors": "behaviour", "behavioral": "behaviour", "behavioural": "behaviour",
    "counselor": "counsellor", "counseling": "counselling", "program": "programme", "center": "centre",
    "color": "colour", "favorite": "favourite", "mom": "mum", "moms": "mum", "tired": "tired", "bored": "bored",
    "stoned": "stoned", "came": "come", "bought": "buy", "brought": "bring", "caught": "catch", "taught": "teach",
    "sought": "seek", "built": "build", "kept": "keep", "slid": "slide", "drove": "drive", "rode": "ride",
    "froze": "freeze", "humping": "humpy", "humped": "humpy", "humps": "humpy", "drank": "drink", "drew": "draw",
    "snuck": "sneak", "gave": "give", "given": "give", "sold": "sell", "met": "meet", "sent": "send", "burnt": "burn",
    "dug": "dig", "held": "hold", "wore": "wear", "smelt": "smell", "stank": "stink", "rang": "ring", "told": "tell",
    "paid": "pay", "bled": "bleed", "seen": "see", "went": "go", "goes": "go",
    "got": "get", "found": "find", "heard": "hear", "hung": "hang", "beaten": "beat", "chose": "choose",
    "chosen": "choose", "crept": "creep", "leapt": "leap", "knew": "know", "known": "know", "thought": "think",
    "mam": "mum", "mams": "mum", "mammy": "mum", "mummy": "mum", "mummys": "mum", "mother": "mum", "daddy": "dad",
    "daddys": "dad", "father": "dad", "nana": "nan", "nanna": "nan", "gran": "nan", "granny": "nan", "grandma": "nan",
    "grandmother": "nan", "grandpa": "grandad", "grandfather": "grandad", "auntie": "aunt", "aunty": "aunt",
    "stepfather": "stepdad", "stepmother": "stepmum", "wanna": "want", "gonna": "going", "somebody": "someone",
    "anybody": "anyone", "everybody": "everyone", "owt": "thing", "summat": "something", "sommat": "something",
    "pic": "picture", "pics": "picture", "vid": "video", "vids": "video", "insta": "instagram", "yr": "year",
    "aunties": "aunt", "grannies": "nan", "grandmas": "nan", "grans": "nan", "nanas": "nan", "nannas": "nan",
    "mothers": "mum", "fathers": "dad", "mummies": "mum", "daddies": "dad", "grandpas": "grandad",
    "stepfathers": "stepdad", "stepmothers": "stepmum",
}  # fmt: skip
"""Forms that no rule reaches, American spellings among them."""

Rule = tuple[str, str, int, bool]

STEPS: tuple[tuple[Rule, ...], ...] = (
    (
        ("sses", "ss", 1, False), ("ies", "i", 2, False), ("xes", "x", 2, False), ("ches", "ch", 2, False),
        ("shes", "sh", 2, False), ("oes", "o", 2, False), ("ss", "ss", 1, False), ("us", "us", 1, False),
        ("is", "is", 1, False), ("s", "", 2, False),
    ),
    (
        ("eed", "eed", 0, False), ("ied", "i", 2, False), ("ingly", "", 3, True), ("edly", "", 3, True),
        ("ing", "", 2, True), ("ed", "", 2, True),
    ),
    (
        ("fulness", "ful", 2, False), ("iness", "i", 2, False), ("ness", "", 3, False), ("fully", "ful", 2, False),
        ("ously", "ous", 2, False), ("ently", "ent", 2, False), ("antly", "ant", 2, False), ("ively", "ive", 2, False),
        ("itely", "ite", 2, False), ("ately", "ate", 2, False), ("ally", "al", 3, False),
    ),
    (("isation", "is", 2, False), ("ization", "is", 2, False), ("ize", "is", 2, False), ("iz", "is", 3, False)),
    (("e", "", 3, False),),
)  # fmt: skip
"""In each step the first rule whose ending fits is used: (ending, what stands instead, letters that must be left
before it, whether one of them must be a vowel). A rule that fits but leaves too little ends its step."""


def table() -> dict[str, object]:
    """The whole table, for the browser."""
    return {
        "apostrophes": APOSTROPHES,
        "contractions": CONTRACTIONS,
        "negations": sorted(NEGATIONS),
        "dropped": sorted(DROPPED),
        "light": sorted(LIGHT),
        "people": sorted(PEOPLE),
        "irregular": IRREGULAR,
        "steps": STEPS,
    }
