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
package dev.asyncpersistence.plan.gate;

import dev.asyncpersistence.plan.gate.Finding.Status;
import java.util.List;

/**
 * What the gate says.
 *
 * @param scope what was looked at
 * @param findings by path and line
 * @param baseline what is accepted from now on: nothing that isn't there
 * @param stale entries of the baseline that accept more than there is
 * @param unused comments that allow nothing
 */
public record GateReport(
        Scope scope, List<Finding> findings, Baseline baseline, List<Baseline.Stale> stale, List<Allowance> unused) {

    /**
     * What was looked at.
     *
     * @param functions how many functions
     * @param layers the layers' names
     * @param noLayer why there is none; empty if there is one
     */
    public record Scope(int functions, List<String> layers, String noLayer) {}

    /** How many blocking calls the baseline accepts, if no layer is there that they could be calls of. */
    public int acceptedWithoutLayer() {
        return scope.layers().isEmpty() ? baseline.size(Violation.Kind.BLOCKING_CALL) : 0;
    }

    /** Whether the build is to fail. */
    public boolean fails() {
        return !with(Status.FAILS).isEmpty() || acceptedWithoutLayer() > 0;
    }

    /** What comes of so many. */
    public List<Finding> with(Status status) {
        return findings.stream().filter(each -> each.status() == status).toList();
    }
}
