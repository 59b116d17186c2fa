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

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The orders that isort's default profile keeps. */
final class ImportOrder {
    private static final Pattern DIGITS_BOUNDARY = Pattern.compile("(?<=\\d)(?=\\D)|(?<=\\D)(?=\\d)");

    /** Case-blind, numbers by value; {@code ..a} before {@code .b}. */
    static final Comparator<String> MODULES = Comparator.comparing(ImportOrder::moduleKey, ImportOrder::natural);

    /** Constants, classes, functions. */
    private static final Comparator<String> BY_TYPE = Comparator.comparing(ImportOrder::type)
            .thenComparing(name -> name.toLowerCase(Locale.ROOT), ImportOrder::natural);

    private static final Comparator<String> CASE_BLIND =
            Comparator.comparing(name -> name.toLowerCase(Locale.ROOT), ImportOrder::natural);

    private static final List<Comparator<String>> NAMES = List.of(BY_TYPE, Comparator.naturalOrder(), CASE_BLIND);

    private ImportOrder() {}

    /** Where a name goes in a list, by the first order that the list has; at its end if it has none. */
    static int place(List<String> names, String name) {
        for (Comparator<String> order : NAMES) {
            if (isSorted(names, order)) {
                return (int) names.stream()
                        .takeWhile(each -> order.compare(each, name) < 0)
                        .count();
            }
        }
        return names.size();
    }

    private static boolean isSorted(List<String> names, Comparator<String> order) {
        for (int i = 1; i < names.size(); i++) {
            if (order.compare(names.get(i - 1), names.get(i)) > 0) {
                return false;
            }
        }
        return true;
    }

    private static int type(String name) {
        if (name.length() > 1
                && name.equals(name.toUpperCase(Locale.ROOT))
                && !name.equals(name.toLowerCase(Locale.ROOT))) {
            return 0;
        }
        return Character.isUpperCase(name.charAt(0)) ? 1 : 2;
    }

    private static String moduleKey(String module) {
        int dots = 0;
        while (dots < module.length() && module.charAt(dots) == '.') {
            dots++;
        }
        String key = dots == 0 ? module : module.substring(0, dots) + "_" + module.substring(dots);
        return key.toLowerCase(Locale.ROOT);
    }

    private static int natural(String a, String b) {
        String[] left = DIGITS_BOUNDARY.split(a, -1);
        String[] right = DIGITS_BOUNDARY.split(b, -1);
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            int order = isNumber(left[i]) && isNumber(right[i])
                    ? new java.math.BigInteger(left[i]).compareTo(new java.math.BigInteger(right[i]))
                    : left[i].compareTo(right[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.length, right.length);
    }

    private static boolean isNumber(String part) {
        return !part.isEmpty() && part.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
