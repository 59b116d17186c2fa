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
package dev.asyncpersistence.plan.change;

import java.util.UUID;

/**
 * An argument is passed once more, by a keyword: {@code f(g())} becomes {@code f(name := g(), keyword=name)} (PEP 572).
 *
 * @param call identity of the call
 * @param argument index of the argument, keyword arguments counted
 * @param name that the argument gets on the way
 * @param keyword that it is passed by, too
 */
public record ArgumentSharing(UUID call, int argument, String name, String keyword) implements Change {}
