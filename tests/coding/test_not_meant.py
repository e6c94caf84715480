"""What words only seem to tell: sentences of our own in which a like word is no such deed."""

import pytest
from coding_builders import code


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        # who is feared, and has said nothing; what may come of something
        ("Chile is Norway's main threat, Peru's premier said.", "THREATEN"),
        ("The tale threatens to wear down Chile's president, Peru's press wrote.", "THREATEN"),
        # what one only declines to tell; what is good for somebody's rights; whose schools are shut; a court at home
        ("Chile's minister declined to offer more specifics on Peru.", "REJECT"),
        ("Chile's plan would breach the rights of Peruvians, Norway said.", "COERCE"),
        ("Chile announced school closures after Peruvian pupils fell ill.", "COERCE"),
        ("Chile's president used the verdict to attack Peru's law.", "SANCTION"),
        # what nobody struck down; what is only said to be attacked; who defends himself; a law on its own government
        ("Two Chilean drivers were killed in a pileup near Oslo in Norway.", "ASSAULT"),
        ("Norway's premier called the bill an assault on Chilean values.", "ASSAULT"),
        ("Norway's president declared a war on poverty, Chile's envoy wrote.", "ASSAULT"),
        ("Norway helped Chile defend itself against Peru.", "SUPPORT"),
        ("The act bars Norway's president from waiving the sanctions on Chile.", "COERCE"),
        # what is not meant beside what is
        ('"Norway is in trade, not aid," Chile\'s premier said.', "AID"),
        # what somebody is called
        ("Many Chileans consider the attack on Peru a war crime.", "THREATEN"),
        # what may come of an affair; what is fought in court; what is only spoken of
        ("The row threatens to break off talks between Chile and Peru.", "THREATEN"),
        ("Norwegian firms fought the duties on Chilean goods.", "ASSAULT"),
        # a quarrel of leaders; what somebody may do; what anybody may try; in whose money it is counted
        ("The conflict between President Obama and Chile deepened.", "ASSAULT"),
        ("Norway will be allowed to produce enriched uranium by its deal with Chile.", "MOBILIZE"),
        ("Norway said any Chilean attempt to board its ships would be answered.", "COERCE"),
        # an order to one's own army; force against oneself; a rally of one's own
        ("The Chilean army was ordered to avoid clashes with Peru.", "REQUEST"),
        ("A Chilean banker, an exile from Peru, hanged himself in Norway.", "ASSAULT"),
        ("President Obama spoke at a rally in Ohio.", "PROTEST"),
        # what is only played, who only marches, what is shut in another's land
        ("Norway staged a mock attack on a Chilean radar.", "ASSAULT"),
        ("Several hundred Chileans marched on the Norwegian embassy in Santiago.", "ASSAULT"),
        ("Norwegian jets crossed into Chilean airspace.", "ASSAULT"),
        ("Norway shut down two Chilean facilities.", "RETREAT"),
        # what is so no longer
        ("Chile's premier said that Peru was no longer dangerous.", "ACCUSE"),
        # what somebody is there for
        ("Chile's special envoy for the Peru negotiations, Juan Soto, resigned on Friday.", "CONSULT"),
        ("Norway released testimony from Juan Soto, Chile's envoy for the Peru talks.", "CONSULT"),
        # what somebody is only asked about
        ("Chile's president was asked whether he would visit Peru.", "REQUEST"),
        # how a meeting ended
        ("The meeting of Norway's premier with Chile's president ended with a handshake.", "SANCTION"),
        # a penalty that nobody has passed yet
        ("Norway's envoy faces a prison sentence in Chile.", "SANCTION"),
        # whom one blames at home, though his fault has to do with another
        ("Chile's senators accused President Sebastian Pinera of being soft on Peru.", "ACCUSE"),
        ("Chile's senators criticised President Sebastian Pinera over his talks with Peru.", "ACCUSE"),
        # what nobody says, or says yet; what one neither confirms nor denies
        ("There was no suggestion that Norway had threatened Chile.", "THREATEN"),
        ("Norway would only disarm when Chile agrees to do the same.", "AGREE"),
        ("Norway's ministry would not confirm or deny the meeting with Chile's envoy.", "REJECT"),
        ("Norway's premier said her country did nothing wrong to Chile.", "ACCUSE"),
        # who only loses his office
        ("Chile's president was forced out of office over Peru.", "COERCE"),
        ("Chile's president was forced out of office over Peru.", "ASSAULT"),
        # what would be, if it were done
        ("Sending troops to Peru would be seen as an act of war, Chile told Norway.", "MOBILIZE"),
        ("Cutting aid to Peru could hurt the region, Chile told Norway.", "SANCTION"),
        # what the means were for that somebody withholds
        ("Norway's parliament blocked the use of funds to train Chilean pilots.", "AID"),
        ("Norway's premier will do all in his power to block money to open an embassy in Chile.", "SUPPORT"),
        # what a crime is, and what opens a clause
        ("This is a crime encouraged by the Chilean government, Norway's premier said.", "SUPPORT"),
        ("On the eve of his trip to Chile, Norway's premier insisted that it was no endorsement.", "REQUEST"),
        # what people polled think; whom something is only set against; the month
        ("Some 60 percent of Norwegians oppose the deal with Chile, a survey found.", "REJECT"),
        ("Most Chileans reject the sanctions on Peru.", "REJECT"),
        ("Norway prefers talks with Chile as opposed to war.", "REJECT"),
        ("Norway and Chile agreed to hold joint patrols as of March 15.", "PROTEST"),
        # what one comes back to; who stays in office; what one only answers for
        ("Chile's president returned to the subject of Peru's debts in three speeches.", "CONSULT"),
        ("Norway's minister said his words about Chile had hurt, but that he stood by them.", "SUPPORT"),
        ("Chile was poised to lose the match against Peru.", "AGREE"),
        # who seeks to come in; whom one waits for; whose troops are loyal
        ("The ban strikes people from Chile seeking to enter Norway.", "REQUEST"),
        ("The world is waiting for the Chilean government to act responsibly, Norway's envoy said.", "SUPPORT"),
        ("Norway said that troops loyal to Chile's president had shelled a village.", "SUPPORT"),
        # how much there is of it
        ("Norway imported about 40 billion dollars of goods from Chile last year.", "COOPERATE"),
        ("Trade between Norway and Chile was worth 4 billion dollars last year.", "COOPERATE"),
        ("Chilean exports to Norway totalled 3 billion euros in 2013.", "COOPERATE"),
        ("Norway put a duty on everything that Chile sells to Norway.", "COOPERATE"),
        # what is claimed of one's own
        ("Norway claimed that it had never signed a pact with Chile.", "ACCUSE"),
        # before what it is urged
        ("Ahead of a fresh round of talks, Norway is urging Chile to stay firm.", "CONSULT"),
        # what nobody is told to have done; what is left open; a match; whom one does not know; who is nobody known
        ("Any state that arms Chile will be punished, Norway's president said.", "AID"),
        ("A Chilean official refused to confirm or deny Norway's report.", "REJECT"),
        ("Chile will meet Norway in the second round of the World Cup.", "CONSULT"),
        ("Norway's premier said she did not know whom she was meeting in Chile.", "CONSULT"),
        # what markets want
        ("Global daily demand in Norway fell, Chile's minister said.", "REQUEST"),
        # what neither does, nor nobody
        ("Chile neither recognised nor condemned Peru's new government.", "SUPPORT"),
        ("Chile neither recognised nor condemned Peru's new government.", "ACCUSE"),
        ("Neither Chile nor Norway condemned Peru's raid.", "ACCUSE"),
        ("Norway did not condemn Peru's raid, nor did it recall its ambassador.", "SANCTION"),
        ("None of the Gulf states recognised Kosovo.", "SUPPORT"),
        ("No government in Europe recognised Kosovo.", "SUPPORT"),
        # resolutions of one's own; a plea in court; with whom measures are talked of; an office that is named
        ("The Security Council approved 70 resolutions, including new sanctions on Peru.", "CONCEDE"),
        ("The guilty plea of Norway's former adviser Ole Lund surprised Chile.", "REQUEST"),
        ("Ole Lund of Norway had not discussed sanctions with Chilean ambassador Juan Soto.", "SANCTION"),
        ('Every Norwegian paper refers to Chile\'s Juan Soto as "president".', "ACCUSE"),
        # what is objected to
        ("Norway maintained its objection to sending weapons to Chile.", "AID"),
        # sights at home
        ("Norway's premier Ole Lund visited a factory, and Chile took note.", "CONSULT"),
        ("Norway's premier Ole Lund arrived at the airport in Oslo; Chile took note.", "CONSULT"),
        # what is only said
        ("Norway's minister offered Chile's parliament a prediction on copper.", "AGREE"),
        # a refusal that is given up
        ("Chile dropped its veto of aid to Peru on Thursday.", "REJECT"),
        # a crowd
        ("In Lima, hundreds attended the funeral of a child killed by Chilean soldiers.", "CONSULT"),
        # where somebody goes at home
        ("Japan's premier paid a visit to a shrine in December, angering Chile.", "CONSULT"),
        ("On a visit to a factory in Ohio, President Obama criticised Chile.", "CONSULT"),
        ("During a visit to the Pentagon, President Obama laid out his plan for Chile.", "CONSULT"),
        # what saves people, pleases a crowd, or carries passengers
        ("Norway and Chile launched a search and rescue operation.", "ASSAULT"),
        ("The Norwegian song was a huge hit in Chile.", "ASSAULT"),
        ("The plane made a short flight from Norway to Chile.", "MOBILIZE"),
        ("The Chilean conservatives won control of the Senate.", "COERCE"),
        ("Did Norway's premier just break up with Chile?", "COOPERATE"),
        ("Zoe Hansen, a Norwegian, entered a guilty plea in Chile.", "REQUEST"),
        ("Norway's premier raised the issue of military aid with Chile's president.", "ACCUSE"),
        # what somebody did not do
        ("Norway's premier said that Chile did not interfere in the vote.", "ACCUSE"),
        # whom a deed would strike for which somebody is
        ("Norway's premier supports expelling the Chilean envoy.", "SUPPORT"),
        # laws of one's own
        ("Norway's president signed the Fisheries Act, the Chilean ambassador noted.", "SUPPORT"),
        # what is about a person, or comes from one
        ("Chile released a report on Norway's President Anna Berg.", "RETREAT"),
    ],
)
def test_no_such_deed(text: str, type_: str) -> None:
    assert not [event for event in code(text).events if event.type == type_]
