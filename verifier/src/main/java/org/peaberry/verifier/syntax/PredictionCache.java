/** What the parsers have learnt about the grammar, shared by all files; thrown away when it has grown too large. */
package org.peaberry.verifier.syntax;

import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ParserATNSimulator;
import org.antlr.v4.runtime.atn.PredictionContextCache;
import org.antlr.v4.runtime.dfa.DFA;

/** ANTLR itself keeps it as long as the process runs: unusual sources one after the other fill the heap. */
final class PredictionCache {
    /** States of automata, above which they are thrown away. The whole tree needs about 2,200; an odd file may add some thousands. */
    static final int MOST_STATES = 20_000;
    private static volatile PredictionCache current = new PredictionCache();

    private final DFA[] automata;
    private final PredictionContextCache contexts = new PredictionContextCache();

    private PredictionCache() {
        ATN grammar = DialectParser._ATN;
        automata = new DFA[grammar.getNumberOfDecisions()];
        for (int i = 0; i < automata.length; i++) {
            automata[i] = new DFA(grammar.getDecisionState(i), i);
        }
    }

    /** Lets a new parser use what others have learnt. */
    static void attachTo(DialectParser parser) {
        PredictionCache cache = current;
        if (cache.states() > MOST_STATES) {
            cache = new PredictionCache();
            current = cache;
        }
        parser.setInterpreter(new ParserATNSimulator(parser, DialectParser._ATN, cache.automata, cache.contexts));
    }

    /** States of all automata in use. */
    static int size() {
        return current.states();
    }

    private int states() {
        int states = 0;
        for (DFA automaton : automata) {
            states += automaton.states.size();
        }
        return states;
    }
}
