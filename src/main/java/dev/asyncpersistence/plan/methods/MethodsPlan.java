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
package dev.asyncpersistence.plan.methods;

import dev.asyncpersistence.plan.change.Edit;
import java.util.List;

/**
 * The methods that the async layers lack, most called first.
 *
 * @param methods by rank; behind them those that were asked for and aren't ranked
 * @param unknown entries of the profile that no layer has a method for
 * @param edits what is written
 */
public record MethodsPlan(List<MethodDecision> methods, List<Profile.Entry> unknown, List<Edit> edits) {}
