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
package dev.asyncpersistence.report.html;

import com.samskivert.mustache.Mustache;
import dev.asyncpersistence.report.html.RunFacts.Unread;
import dev.asyncpersistence.report.html.Sections.File;
import dev.asyncpersistence.report.html.Sections.HazardGroup;
import dev.asyncpersistence.report.html.Sections.LayerLine;
import dev.asyncpersistence.report.html.Sections.LeftGroup;
import dev.asyncpersistence.report.html.Sections.PriorityRow;
import dev.asyncpersistence.report.html.Sections.Uncounted;
import java.util.List;

/**
 * What the template lays out. It decides nothing: what is absent is an empty list or text.
 *
 * @param made when, for machines
 * @param madeText when, for people
 * @param overall all blocking calls
 * @param layerCalls calls on the layers, those that aren't counted as blocking included
 * @param policy which scripts the page may run
 * @param data what the charts show, as JSON
 */
record Page(
        String project,
        String made,
        String madeText,
        List<LayerLine> layers,
        int pythonFiles,
        int parsedFiles,
        Counts overall,
        int layerCalls,
        List<Uncounted> uncounted,
        Milestones progress,
        List<PriorityRow> priorities,
        List<File> files,
        Chains chains,
        int hazardCount,
        List<HazardGroup> hazards,
        List<LeftGroup> left,
        int unresolved,
        List<Unread> unread,
        String policy,
        String style,
        String library,
        String script,
        String data) {

    /** Whether any call blocks. */
    boolean blocks() {
        return overall.calls() > 0;
    }

    int uncountedCalls() {
        return layerCalls - overall.calls();
    }

    boolean oneFile() {
        return files.size() == 1;
    }

    boolean oneUnresolved() {
        return unresolved == 1;
    }

    int fileCount() {
        return files.size();
    }

    /** Lets a long path or name break after its parts. */
    Mustache.Lambda breaking() {
        return (text, out) -> out.write(text.execute().replaceAll("[/._](?=.)", "$0<wbr>"));
    }

    /** Lays text out whose backticks mean code. Runs after escaping, so that nothing but the backticks becomes an element. */
    Mustache.Lambda code() {
        return (text, out) -> out.write(text.execute().replaceAll("(?s)&#x60;(.+?)&#x60;", "<code>$1</code>"));
    }
}
