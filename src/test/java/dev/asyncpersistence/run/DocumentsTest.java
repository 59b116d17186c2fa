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
package dev.asyncpersistence.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncpersistence.run.Documents.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openrewrite.SourceFile;
import org.openrewrite.text.PlainText;
import org.openrewrite.yaml.YamlParser;
import org.openrewrite.yaml.tree.Yaml;

class DocumentsTest {
    @TempDir
    Path directory;

    private Documents documents;

    @BeforeEach
    void open() {
        documents = new Documents(directory);
    }

    private static PlainText text(String path, String text) {
        return PlainText.builder().sourcePath(Path.of(path)).text(text).build();
    }

    @Test
    void aDocumentBelongsBesideThePom() {
        assertThat(documents.named("plan.md")).isEqualTo(new Document(Path.of("plan.md"), null));
        documents.add(text("server/tools/pom.xml", ""));
        documents.add(text("server/pom.xml", ""));
        assertThat(documents.named("docs/../plan.md")).isEqualTo(new Document(Path.of("server/plan.md"), null));
    }

    @Test
    void oneOfAnotherProjectIsNotOurs() {
        documents.add(text("server/pom.xml", ""));
        documents.add(text("plan.md", "less deep"));
        documents.add(text("server/examples/plan.md", "deeper"));
        assertThat(documents.named("plan.md")).isEqualTo(new Document(Path.of("server/plan.md"), null));
        documents.add(text("server/plan.md", "ours"));
        assertThat(documents.named("plan.md")).isEqualTo(new Document(Path.of("server/plan.md"), "ours"));
    }

    @Test
    void itIsFoundByWhatItSaysWhereverItIs() {
        documents.add(text("a/b/plan.md", "deep"));
        documents.add(text("other/plan.md", "less deep"));
        assertThat(documents.find(file -> file.printAll().endsWith("deep")))
                .contains(new Document(Path.of("other/plan.md"), "less deep"));
        assertThat(documents.find(file -> file.printAll().isEmpty())).isEmpty();
    }

    /** The launcher tells people how to have git ignore the pom that it adds, and then the host leaves that out. */
    @Test
    void whereTheHostWorksIsTheProject() throws IOException {
        Files.createDirectories(directory.resolve(".git"));
        Path project = Files.createDirectories(directory.resolve("server"));
        Files.writeString(project.resolve("app.py"), "");
        Files.writeString(project.resolve("plan.md"), "ignored by git");
        documents = new Documents(project);
        documents.add(text("tools/pom.xml", ""));
        documents.add(text("server/app.py", ""));

        assertThat(documents.named("plan.md")).isEqualTo(new Document(Path.of("server/plan.md"), "ignored by git"));
        assertThat(documents.named("notes.md")).isEqualTo(new Document(Path.of("server/notes.md"), null));
        assertThat(documents.prefix()).isEqualTo("server/");
        assertThat(new Documents(directory).prefix()).isEmpty();
    }

    @Test
    void whatLiesThereByChanceIsNotRead() throws IOException {
        Files.writeString(directory.resolve("plan.md"), "of somebody else");
        documents.add(text("app.py", ""));
        assertThat(documents.named("plan.md")).isEqualTo(new Document(Path.of("plan.md"), null));
    }

    @Test
    void newTextsGoIntoTheFilesThatAreThere() {
        PlainText plan = text("plan.md", "old");
        PlainText notes = text("notes.md", "old");
        documents.add(plan);
        documents.add(notes);
        documents.write(Path.of("plan.md"), "new");

        assertThat(documents.generated()).isEmpty();
        assertThat(documents.edited(plan))
                .isEqualTo(plan.withText("new"))
                .extracting(SourceFile::printAll)
                .isEqualTo("new");
        assertThat(documents.edited(notes)).isSameAs(notes);
    }

    @Test
    void theSameTextIsNoChange() {
        PlainText plan = text("plan.md", "old");
        documents.add(plan);
        documents.write(Path.of("plan.md"), "old");
        assertThat(documents.edited(plan)).isSameAs(plan);
    }

    @Test
    void otherDocumentsAreGenerated() {
        documents.write(Path.of("docs/plan.md"), "new");
        assertThat(documents.generated()).singleElement().satisfies(file -> {
            assertThat(file.getSourcePath()).isEqualTo(Path.of("docs/plan.md"));
            assertThat(file.printAll()).isEqualTo("new");
        });
    }

    @Test
    void yamlStaysYaml() {
        SourceFile yaml = YamlParser.builder()
                .build()
                .parse("a: 1\n")
                .findFirst()
                .orElseThrow()
                .withSourcePath(Path.of("rewrite.yml"));
        documents.add(yaml);
        documents.write(Path.of("rewrite.yml"), "a: 1\n---\nb: 2\n");

        SourceFile edited = documents.edited(yaml);

        assertThat(edited).isInstanceOf(Yaml.Documents.class);
        assertThat(edited.getId()).isEqualTo(yaml.getId());
        assertThat(edited.printAll()).isEqualTo("a: 1\n---\nb: 2\n");
    }
}
