/*
 * Copyright 2026 the rewrite-async-persistence authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 * https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package dev.asyncpersistence.plan.phase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SharesTest {
    private static final Phase ROOMS = new Phase("Phase1", "rooms", List.of("game/rooms.py"), "");
    private static final Phase GAME = new Phase("Phase2", "the game", List.of("game/**"), "");

    private static Shares<String> shares(List<Phase> phases, String... paths) {
        return Shares.of(phases, List.of(paths), Function.identity());
    }

    @Test
    void aFileOfTwoPhasesBelongsToTheFirst() {
        assertThat(shares(List.of(ROOMS, GAME), "game/rooms.py", "game/items.py")
                        .byPhase())
                .containsExactly(entry(ROOMS, List.of("game/rooms.py")), entry(GAME, List.of("game/items.py")));
        assertThat(shares(List.of(GAME, ROOMS), "game/rooms.py", "game/items.py")
                        .byPhase())
                .containsExactly(entry(GAME, List.of("game/rooms.py", "game/items.py")), entry(ROOMS, List.of()));
    }

    @Test
    void aPhaseThatIsThereTwiceHasItsCallsOnce() {
        assertThat(shares(List.of(ROOMS, ROOMS), "game/rooms.py", "game/rooms.py")
                        .byPhase())
                .containsExactly(entry(ROOMS, List.of("game/rooms.py", "game/rooms.py")));
    }

    @Test
    void filesOfNoPhaseAreOthers() {
        Shares<String> shares = shares(List.of(ROOMS, GAME), "web/rooms.py", "game/items.py");
        assertThat(shares.others()).containsExactly("web/rooms.py");
        assertThat(shares.of(GAME)).containsExactly("game/items.py");
        assertThat(shares.of(ROOMS)).isEmpty();
    }
}
