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

import java.util.List;

/**
 * The call chains as a picture: columns of boxes, with bands between them that are as wide as the calls that come over them.
 *
 * @param columns headings, from left to right
 */
record Flow(List<String> columns, List<Node> nodes, List<Link> links) {
    /**
     * A box.
     *
     * @param id unique; also says what kind of thing it is
     * @param label what stands beside it
     * @param within the class, module or layer that it belongs to; may be empty
     * @param title the full name
     * @param place where it is defined; empty if it has no place
     * @param column counted from 0
     */
    record Node(String id, String label, String within, String title, String place, int column, int calls) {}

    /** A band: calls that are treated alike. */
    record Link(String source, String target, Treatment treatment, int calls) {}
}
