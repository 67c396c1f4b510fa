"""Writes datasets/reviews.csv: short reviews of films, meals, hotels, books and telephones, made up from parts.

    python3 tests/reference/reviews.py > datasets/reviews.csv

Nobody wrote them: a seeded grammar puts them together, so that they are free to use. What makes them hard is put in on purpose: "not bad" and "not
good", praise that a "but" takes back, sentences that say nothing, words that few reviews have, and one in twenty whose writer pressed the wrong button.
"""
import csv
import random
import sys

draw = random.Random(1838)  # the year of Verhulst's curve

FIRST = [("I love this movie", 1), ("This was awful", 0), ("Great performance", 1), ("Terrible experience", 0)]
ROWS = 2400

THINGS = {
    "film": dict(
        parts=["the acting", "the story", "the ending", "the music", "the lead", "the camera work", "the dialogue", "every scene"],
        good=["gripping", "moving", "brilliant", "funny", "thrilling", "well paced", "touching", "charming"],
        bad=["predictable", "dull", "wooden", "far too long", "confusing", "clumsy", "tedious", "shallow"],
        names=["film", "movie", "picture", "thriller", "comedy", "drama", "sequel"],
        verbs=["watched", "saw"], asides=["We saw it on a rainy Tuesday", "It runs for two hours", "My sister chose it", "It is set in Lisbon"]),
    "meal": dict(
        parts=["the soup", "the fish", "the dessert", "the service", "the bread", "the wine list", "our table", "the sauce"],
        good=["delicious", "fresh", "perfectly cooked", "generous", "tasty", "crisp", "warm and friendly", "excellent"],
        bad=["cold", "bland", "greasy", "overpriced", "stale", "burnt", "salty", "slow"],
        names=["restaurant", "place", "dinner", "lunch", "bistro", "menu"],
        verbs=["tried", "ordered"], asides=["We were four at the table", "It lies near the station", "They close at ten", "We had booked for eight"]),
    "hotel": dict(
        parts=["the room", "the bed", "breakfast", "the staff", "the view", "the bathroom", "the lift", "the pool"],
        good=["spotless", "quiet", "comfortable", "helpful", "spacious", "lovely", "welcoming", "bright"],
        bad=["dirty", "noisy", "tiny", "rude", "mouldy", "broken", "smelly", "shabby"],
        names=["hotel", "inn", "guest house", "place", "resort"],
        verbs=["booked", "found"], asides=["We stayed three nights", "It has eleven floors", "Check-in is at three", "The tram stops outside"]),
    "book": dict(
        parts=["the plot", "the first chapter", "the hero", "the language", "the translation", "the last page", "the argument", "the style"],
        good=["beautifully written", "clever", "absorbing", "witty", "wise", "vivid", "original", "hard to put down"],
        bad=["repetitive", "flat", "pretentious", "full of clich\u00e9s", "dry", "muddled", "badly edited", "endless"],
        names=["book", "novel", "story", "memoir", "guide"],
        verbs=["read", "finished"], asides=["It has 312 pages", "A friend lent it to me", "It is the second of a series", "I read it on the train"]),
    "phone": dict(
        parts=["the battery", "the screen", "the camera", "the sound", "the charger", "the software", "the case", "delivery"],
        good=["fast", "sharp", "reliable", "sturdy", "light", "easy to use", "bright", "great value"],
        bad=["slow", "scratched", "unreliable", "flimsy", "faulty", "useless", "heavy", "overheating"],
        names=["phone", "handset", "device", "model"],
        verbs=["bought", "ordered"], asides=["It came in a blue box", "I have had it for a month", "It weighs 170 grams", "It replaced an older one"]),
}

LOVE = ["I love this {name}", "I loved every minute", "Best {name} in years", "I would {verb} it again tomorrow", "Highly recommended", "What a great {name}",
        "Simply wonderful", "I am delighted", "Worth every penny", "A real joy", "Five stars from me", "It couldn't be better", "I can't praise it enough"]
HATE = ["I hated this {name}", "What a waste of time", "Worst {name} in years", "Never again", "I want my money back", "What a terrible {name}", "Simply awful",
        "I am disappointed", "Not worth the money", "A complete mess", "One star is too many", "It couldn't be worse", "I can't recommend it"]
EVEN = ["It is a {name} like many others", "It was all right", "I expected something else", "There is not much to say", "Make up your own mind"]
VERY = ["", "", "", "very ", "really ", "so ", "quite ", "absolutely "]
RARE_GOOD = ["sublime", "stunning", "superb", "enchanting", "flawless", "magnificent", "terrific"]
RARE_BAD = ["abysmal", "dreadful", "appalling", "dismal", "atrocious", "pathetic", "horrid"]


def be(part, past):
    return f"{part} was" if past else f"{part} is"


def opinion(thing, good):
    """A clause that praises or blames one part."""
    part, past = draw.choice(thing["parts"]), draw.random() < 0.7
    words, others = thing["good"] + 3 * ["good"], thing["bad"] + 3 * ["bad"]
    if not good:
        words, others = others, words
    kind = draw.random()
    if kind < 0.17:
        return f"{be(part, past)} not {draw.choice(others)}" if not good else f"{be(part, past)} never {draw.choice(others)}"
    if kind < 0.22:
        return f"{be(part, past)} {'not bad at all' if good else 'not good at all'}"
    if kind < 0.3:
        return f"{be(part, past)} {draw.choice(RARE_GOOD if good else RARE_BAD)}"
    word, very = draw.choice(words), draw.choice(VERY)
    return f"{be(part, past)} {word if ' ' in word else very + word}"


def sentence(text):
    text = text[0].upper() + text[1:]
    return text + draw.choice([".", ".", ".", ".", "!", "!!"]) if text[-1] not in ".!" else text


def review(good):
    thing = draw.choice(list(THINGS.values()))
    whole = draw.choice(LOVE if good else HATE).format(name=draw.choice(thing["names"]), verb={"saw": "see", "watched": "watch", "tried": "try", "ordered": "order",
        "booked": "book", "found": "choose", "read": "read", "finished": "finish", "bought": "buy"}[draw.choice(thing["verbs"])])
    parts = []
    kind = draw.random()
    if kind < 0.3:
        parts = [opinion(thing, good), whole]
    elif kind < 0.5:
        parts = [whole]
    elif kind < 0.72:
        parts = [f"{opinion(thing, good)} and {opinion(thing, good)}"]
    elif kind < 0.88:
        parts = [f"{opinion(thing, not good)}, but {opinion(thing, good)}"]
        if draw.random() < 0.5:
            parts.append(whole)
    else:
        parts = [draw.choice(EVEN).format(name=draw.choice(thing["names"])), opinion(thing, good)]
    if draw.random() < 0.3:
        parts.insert(draw.randint(0, len(parts)), draw.choice(thing["asides"]))
    return " ".join(sentence(p) for p in parts)


def main():
    rows, seen = list(FIRST), set()
    while len(rows) < ROWS:
        good = draw.random() < 0.55
        text = review(good)
        if text not in seen:
            seen.add(text)
            rows.append((text, int(good != (draw.random() < 0.05))))
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["review", "sentiment"])
    out.writerows((text, ("negative", "positive")[y]) for text, y in rows)


main()
