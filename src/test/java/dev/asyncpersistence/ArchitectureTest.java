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
package dev.asyncpersistence;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.openrewrite.Cursor;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;

/** Data flows one way: sources, model, plan, edits, sources. These are the arrows between the packages. */
@AnalyzeClasses(packages = ArchitectureTest.ROOT, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    static final String ROOT = "dev.asyncpersistence";
    private static final String SOURCE = ROOT + ".source..";
    private static final String MODEL = ROOT + ".model..";
    private static final String MODEL_READER = ROOT + ".model.read..";
    private static final String LAYER = ROOT + ".layer..";
    private static final String PLAN = ROOT + ".plan..";
    private static final String EDIT = ROOT + ".edit..";
    private static final String REPORT = ROOT + ".report..";

    private static final DescribedPredicate<JavaClass> TREES = resideInAnyPackage(
                    "org.openrewrite.java.tree..", "org.openrewrite.python..", "org.openrewrite.text..")
            .or(assignableTo(Tree.class))
            .or(assignableTo(TreeVisitor.class))
            .or(type(Cursor.class))
            .as("OpenRewrite trees");

    /** The plain-Java side of the model; its reader is the one place where trees become values. */
    private static final DescribedPredicate<JavaClass> PLAIN_MODEL =
            resideInAPackage(MODEL).and(not(resideInAPackage(MODEL_READER))).as("the model outside its reader");

    @ArchTest
    static final ArchRule decisionsDoNotKnowTrees = noClasses()
            .that(PLAIN_MODEL.or(resideInAnyPackage(LAYER, PLAN, REPORT)))
            .should()
            .dependOnClassesThat(TREES)
            .because("model, layers, plan and reports are tested without Python and outlive the trees")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule sourceKnowsNothingOfOurs = mayUseOfOurs(resideInAPackage(SOURCE), SOURCE);

    @ArchTest
    static final ArchRule modelKnowsOnlyItself = mayUseOfOurs(PLAIN_MODEL, MODEL)
            .because("the model says what the code says; who reads it or decides on it comes later");

    @ArchTest
    static final ArchRule modelDoesNotKnowItsReader = noClasses()
            .that(PLAIN_MODEL)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(MODEL_READER)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule readerKnowsTheModel = mayUseOfOurs(resideInAPackage(MODEL_READER), MODEL);

    @ArchTest
    static final ArchRule layerKnowsTheModel = mayUseOfOurs(resideInAPackage(LAYER), LAYER, MODEL);

    @ArchTest
    static final ArchRule planKnowsModelAndLayer = mayUseOfOurs(resideInAPackage(PLAN), PLAN, MODEL, LAYER);

    @ArchTest
    static final ArchRule editKnowsPlanAndModel = mayUseOfOurs(resideInAPackage(EDIT), EDIT, PLAN, MODEL)
            .because("a visitor looks a decision up and carries it out; how it was made is none of its business");

    @ArchTest
    static final ArchRule reportKnowsWhatWasDecided =
            mayUseOfOurs(resideInAPackage(REPORT), REPORT, PLAN, LAYER, MODEL);

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching(ROOT + ".(**)").should().beFreeOfCycles().allowEmptyShould(true);

    /** Classes outside our packages are free; of ours, only the named packages: never the recipes, which use everybody. */
    private static ArchRule mayUseOfOurs(DescribedPredicate<JavaClass> who, String... allowed) {
        return classes()
                .that(who)
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage(ROOT + "..")).or(resideInAnyPackage(allowed)))
                .allowEmptyShould(true);
    }
}
