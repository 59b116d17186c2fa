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
package dev.asyncpersistence.edit;

import dev.asyncpersistence.edit.Sections.Section;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.Statement;

/**
 * Where a new import statement goes, as isort's default profile would have it: in the section of its module, plain imports before
 * {@code from} imports, by module.
 *
 * @param index of the statement that it comes before
 * @param kind what it does to the blank lines around
 */
record ImportPlace(int index, Kind kind) {
    enum Kind {
        /** Behind another import of its section. */
        WITHIN,
        /** The first import of its section: it takes over the blank lines above. */
        FIRST,
        /** The only import of its section: blank lines around. */
        ALONE
    }

    static ImportPlace of(Suite suite, ImportStatement added, Sections sections) {
        return new Search(suite, added, sections).find();
    }

    /** A file's imports end where definitions begin: what is imported below is there for a reason. A block's end at the first other statement. */
    static int endOfImports(Suite suite) {
        int end = suite.size() > 0 && Docstrings.isOne(suite.get(0)) ? 1 : 0;
        while (end < suite.size()
                && (suite.isFile()
                        ? !isDefinition(suite.get(end))
                        : suite.importAt(end).isImport())) {
            end++;
        }
        return end;
    }

    private static boolean isDefinition(Statement statement) {
        return statement instanceof J.ClassDeclaration || statement instanceof J.MethodDeclaration;
    }

    private record Search(Suite suite, ImportStatement added, Sections sections) {

        ImportPlace find() {
            Section section = sections.of(String.valueOf(added.module()));
            int first = start(section);
            int end = Math.max(first, endOfImports(suite));
            int run = nearestRun(first, end, section);
            return run < 0 ? alone(first, end, section) : inRun(run, endOfRun(run, end, section));
        }

        /**
         * Behind the docstring and {@code from __future__} imports, which must come first (language reference, section 7.11.1). What is not
         * the standard library's may need the path that is set before.
         */
        private int start(Section section) {
            int index = suite.size() > 0 && Docstrings.isOne(suite.get(0)) ? 1 : 0;
            for (int i = index; i < suite.size(); i++) {
                boolean setsPath = section != Section.STANDARD && setsPath(suite.get(i));
                if (setsPath || sections.of(suite.get(i)) == Section.FUTURE) {
                    index = i + 1;
                }
            }
            return index;
        }

        /** The beginning of the run of imports of a section that has the module with the longest common beginning. */
        private int nearestRun(int first, int end, Section section) {
            int best = -1;
            int bestLength = -1;
            int run = -1;
            for (int i = first; i < end; i++) {
                ImportStatement each = suite.importAt(i);
                if (sections.of(suite.get(i)) != section) {
                    run = -1;
                    continue;
                }
                run = run < 0 ? i : run;
                int length = commonParts(String.valueOf(each.module()), String.valueOf(added.module()));
                if (length > bestLength) {
                    bestLength = length;
                    best = run;
                }
            }
            return best;
        }

        private static int commonParts(String a, String b) {
            String[] left = a.split("\\.", -1);
            String[] right = b.split("\\.", -1);
            int count = 0;
            while (count < Math.min(left.length, right.length) && left[count].equals(right[count])) {
                count++;
            }
            return count;
        }

        private int endOfRun(int run, int end, Section section) {
            int index = run;
            while (index < end && sections.of(suite.get(index)) == section) {
                index++;
            }
            return index;
        }

        private ImportPlace inRun(int run, int end) {
            boolean byModuleAlone = mixesForms(run, end);
            int index = run;
            while (index < end && isBefore(suite.importAt(index), byModuleAlone)) {
                index++;
            }
            return atLineStart(index, index == run ? Kind.FIRST : Kind.WITHIN);
        }

        private boolean isBefore(ImportStatement existing, boolean byModuleAlone) {
            boolean sameForm = existing.plain() == added.plain();
            int order = ImportOrder.MODULES.compare(String.valueOf(existing.module()), String.valueOf(added.module()));
            if (byModuleAlone) {
                return order < 0 || (order == 0 && existing.plain());
            }
            return sameForm ? order < 0 || (order == 0 && !existing.plain()) : existing.plain();
        }

        /** Whether the section is sorted by module alone (isort's {@code force_sort_within_sections}): a plain import stands behind a {@code from} import. */
        private boolean mixesForms(int run, int end) {
            for (int i = run + 1; i < end; i++) {
                if (suite.importAt(i).plain() && !suite.importAt(i - 1).plain()) {
                    return true;
                }
            }
            return false;
        }

        /** Behind the sections that come before, or else before those that come after. */
        private ImportPlace alone(int first, int end, Section section) {
            int higher = -1;
            for (int i = end - 1; i >= first; i--) {
                Section each = sections.of(suite.get(i));
                if (each != Section.NONE && each.compareTo(section) < 0) {
                    return atLineStart(i + 1, Kind.ALONE);
                }
                higher = each.compareTo(section) > 0 ? i : higher;
            }
            return atLineStart(higher < 0 ? first : higher, Kind.ALONE);
        }

        /** The first statement from an index on that doesn't stand behind a semicolon. */
        private ImportPlace atLineStart(int index, Kind kind) {
            int result = index;
            while (suite.continuesLine(result)) {
                result++;
            }
            return new ImportPlace(result, result > index && kind == Kind.FIRST ? Kind.WITHIN : kind);
        }

        private static boolean setsPath(Statement statement) {
            return statement instanceof J.MethodInvocation call
                    && call.getSelect() instanceof J.FieldAccess path
                    && path.getSimpleName().equals("path")
                    && path.getTarget() instanceof J.Identifier sys
                    && sys.getSimpleName().equals("sys");
        }
    }

    /** The suite with a statement at this place. */
    Suite insert(Suite suite, Statement statement) {
        Gap gap = suite.gap(index);
        String oneLine = suite.lineEnd();
        boolean atStart = suite.isFile() && index == 0;
        if (atStart && suite.size() == 0) {
            return suite.inserted(
                    0, statement, gap.above() + (gap.above().isEmpty() ? "" : oneLine.repeat(2)), oneLine);
        }
        String above = atStart ? gap.lineBreaks() : linesAbove(suite, gap) + suite.indent();
        return suite.inserted(index, statement, gap.above() + above, textBelow(suite, gap));
    }

    private String linesAbove(Suite suite, Gap gap) {
        String oneLine = suite.lineEnd();
        boolean behindImport = suite.importAt(index - 1).isImport();
        boolean beforeImport = suite.importAt(index).isImport();
        String existing = gap.lineBreaks().isEmpty() ? oneLine : gap.lineBreaks();
        return switch (kind) {
            case WITHIN -> oneLine;
            case FIRST -> existing;
            case ALONE -> {
                if (behindImport) {
                    yield oneLine.repeat(2);
                }
                yield beforeImport || !suite.isFile() ? existing : oneLine.repeat(2);
            }
        };
    }

    private String textBelow(Suite suite, Gap gap) {
        boolean last = index == suite.size();
        if (last || kind == Kind.WITHIN) {
            return gap.below();
        }
        int lines = kind == Kind.FIRST ? (gap.hasOwnComments() ? 2 : 1) : linesBelow(suite, gap);
        return suite.lineEnd().repeat(lines) + gap.own();
    }

    /** One blank line between sections, two above a definition with its comments; blank lines behind imports stay. */
    private int linesBelow(Suite suite, Gap gap) {
        if (suite.importAt(index).isImport()) {
            return 2;
        }
        boolean definition = suite.isFile() && isDefinition(suite.get(index)) && !gap.hasCommentsApart();
        int existing = suite.importAt(index - 1).isImport() ? gap.countLineBreaks() : 0;
        return Math.max(definition ? 3 : 2, existing);
    }
}
