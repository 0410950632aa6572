/*-
 * #%L
 * Convolutional networks for microscopy images in Fiji and ImageJ.
 * %%
 * Copyright (C) 2026 Fovea developers.
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package fovea;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import com.tngtech.archunit.library.GeneralCodingRules;
import fovea.base.FoveaException;
import fovea.infer.AuditedLoader;
import fovea.infer.network.GraphSource;
import fovea.infer.network.NetworkLoader;
import fovea.model.Signature;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.plugin.Parameter;

/** What libraries are for, and how the code is written. Which package may know which: {@link PackagesTest}. */
class ArchitectureTest {

	private static final Path SOURCES = Path.of("src/main/java");

	/** What every way of using Fovea shares. */
	private static final String[] CORE = {
		"fovea.base..",
		"fovea.text..",
		"fovea.model..",
		"fovea.image..",
		"fovea.infer.tile..",
		"fovea.infer..",
		"fovea.segment..",
		"fovea.memory..",
		"fovea.io.."
	};

	// What comes from outside, each known in one place

	static final ArchRule tensorFlowStaysInTf = onlyIn(
			"only fovea.tf knows TensorFlow and what it stands on",
			List.of("fovea.tf.."),
			"org.tensorflow..",
			"org.bytedeco..",
			"com.google.protobuf..");

	static final ArchRule imageJStaysInIj1 = noClasses()
			.that()
			.resideOutsideOfPackages("fovea.ij1..", "fovea.command..")
			.should()
			.dependOnClassesThat(resideInAnyPackage("ij", "ij.."));

	static final ArchRule commandsSeeNothingOfImageJButImages = noClasses()
			.that()
			.resideInAPackage("fovea.command..")
			.should()
			.dependOnClassesThat(
					resideInAnyPackage("ij", "ij..").and(DescribedPredicate.not(nameMatching("ij\\.ImagePlus"))))
			.allowEmptyShould(true);

	static final ArchRule swingStaysInUi =
			onlyIn("only fovea.ui and fovea.ij1 know Swing", List.of("fovea.ui..", "fovea.ij1.."), "javax.swing..");

	static final ArchRule awtStaysWhereThingsAreDrawn = onlyIn(
			"only fovea.ui, fovea.ij1 and fovea.chart draw",
			List.of("fovea.ui..", "fovea.ij1..", "fovea.chart.."),
			"java.awt..");

	static final ArchRule jFreeChartStaysInChart =
			onlyIn("only fovea.chart knows how curves are drawn", List.of("fovea.chart.."), "org.jfree..");

	static final ArchRule commandsStayInCommand =
			onlyIn("only fovea.command makes SciJava commands", List.of("fovea.command.."), "org.scijava.command..");

	static final ArchRule picocliStaysInCli =
			onlyIn("only fovea.cli reads command lines", List.of("fovea.cli.."), "picocli..");

	static final ArchRule jacksonServesModelsAndCaches = onlyIn(
			"descriptions are read in fovea.io and fovea.model, fovea.infer caches, fovea.train has checkpoints "
					+ "and records, "
					+ "fovea.worker messages, and fovea.zarr metadata",
			List.of(
					"fovea.io..",
					"fovea.model..",
					"fovea.infer..",
					"fovea.train..",
					"fovea.worker..",
					"fovea.zarr.json"),
			"com.fasterxml.jackson..",
			"org.yaml..");

	static final ArchRule compressorsStayInCodecs =
			onlyIn("only fovea.zarr.codec packs bytes", List.of("fovea.zarr.codec.."), "io.airlift..");

	static final ArchRule graphsAreSearchedBeforeTheyRun = noClasses()
			.that()
			.doNotBelongToAnyOf(AuditedLoader.class)
			.and()
			.resideOutsideOfPackages("fovea.worker..", "fovea.tf..", "fovea.engine..")
			.should()
			.callMethod(NetworkLoader.class, "open", GraphSource.class, Signature.class)
			.because("models come from anywhere");

	/** What Fovea itself writes beside its work, what it was started with, and what the system tells of itself. */
	private static final String OWN_FILES =
			"fovea\\.(batch\\.(Journal|FolderLock)|scratch\\..*|worker\\..*|device\\..*|"
					+ "model\\.library\\.PackageWriter|"
					+ "train\\.result\\.TrainedModel|tf\\.TensorFlowLog.*|cli\\.Fovea)";

	static final ArchRule filesAreOpenedAsWhatTheyAre = classes()
			.that(DescribedPredicate.not(nameMatching("fovea\\.io\\..*|" + OWN_FILES)))
			.should(new OpensRegularFiles())
			.because("opening a pipe waits for ever, and a file may have more bytes than anybody has use for");

	static final ArchRule nothingStartsImageJsThreads = noClasses()
			.should()
			.dependOnClassesThat()
			.haveNameMatching(
					"ij\\.util\\.ThreadUtil|ij\\.plugin\\.filter\\.(GaussianBlur|RankFilters|UnsharpMask|Binary)|"
							+ "ij\\.plugin\\.(Filters3D|GaussianBlur3D)")
			.because("their pool has threads for which a JVM without a window waits for ever");

	static final ArchRule nothingFiltersByImageJ = noClasses()
			.should()
			.callMethodWhere(new DescribedPredicate<>("calls of filters of ij.process, which start the same threads") {

				@Override
				public boolean test(final JavaMethodCall call) {
					return call.getTargetOwner().getPackageName().equals("ij.process")
							&& Set.of("blurGaussian", "setAutoThreshold", "filter3D")
									.contains(call.getName());
				}
			});

	static final ArchRule commonsMathStaysInLatent = onlyIn(
			"only fovea.latent computes principal components", List.of("fovea.latent.."), "org.apache.commons.math3..");

	// How it is written

	static final ArchRule nothingStandsOnTheDoor = noClasses()
			.that()
			.resideInAPackage("fovea.*..")
			.and()
			.resideOutsideOfPackage("fovea.ij1.adapter")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("fovea", "fovea.ij1.adapter")
			.because("the door for programs uses everything");

	static final ArchRule theBaseStandsOnNothing = classes()
			.that()
			.resideInAPackage("fovea.base..")
			.should()
			.onlyDependOnClassesThat(resideInAnyPackage("java..", "fovea.base.."));

	static final ArchRule checksStandOnNothing = classes()
			.that()
			.resideInAPackage("fovea.check..")
			.should()
			.onlyDependOnClassesThat(resideInAnyPackage("java..", "fovea.check.."));

	static final ArchRule nothingMutableIsStatic =
			fields().that().areStatic().should().beFinal().because("state that everybody shares is nobody's");

	static final ArchRule optionsAndDescriptionsAreRecords = classes()
			.that()
			.resideInAnyPackage(CORE)
			.and()
			.haveNameMatching(".*(Options|Spec|Info)")
			.should()
			.beRecords();

	static final ArchRule onlyTheCommandLinePrints = noClasses()
			.that()
			.resideOutsideOfPackages("fovea.cli..", "fovea.worker.child..")
			.should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
			.because("the worker's standard streams are its way to the host");

	static final ArchRule stackTracesAreShownOnRequestOnly = noClasses()
			.that()
			.resideOutsideOfPackage("fovea.cli..")
			.should()
			.callMethodWhere(new DescribedPredicate<>("calls of printStackTrace") {

				@Override
				public boolean test(final JavaMethodCall call) {
					return call.getTarget().getName().equals("printStackTrace");
				}
			});

	static final ArchRule nothingIsWrittenInTheHostsLanguage = noClasses()
			.that()
			.haveNameNotMatching("fovea\\.tf\\.HostLocale|fovea\\.ij1\\.macro\\.HostNumbers")
			.should(ArchConditions.accessTargetWhere(new LocaleUse()))
			.because("machines read it: a language may have digits, commas and capitals of its own");

	static final ArchRule exceptionsForUsersAreOneFamily = classes()
			.that()
			.areAssignableTo(Exception.class)
			.and()
			.areNotAssignableTo(RuntimeException.class)
			.should()
			.beAssignableTo(FoveaException.class);

	static final ArchRule utilityLoggingIsNotUsed = noClasses().should(GeneralCodingRules.USE_JAVA_UTIL_LOGGING);

	static final ArchRule textInWindowsIsPlain = noClasses()
			.that()
			.resideOutsideOfPackage("fovea.ui.plain")
			.should()
			.callConstructorWhere(new DescribedPredicate<>("parts that take text for HTML") {

				@Override
				public boolean test(final JavaConstructorCall call) {
					return call.getTargetOwner()
							.getFullName()
							.matches("javax\\.swing\\.(J(Label|Button|ToggleButton|CheckBox|RadioButton|ComboBox|List|"
									+ "Table|"
									+ "Tree|ToolTip|FileChooser|OptionPane|Menu|MenuItem|PopupMenu|"
									+ "CheckBoxMenuItem|RadioButtonMenuItem|TextPane|InternalFrame)|"
									+ "border\\.TitledBorder|.*Default\\w+CellRenderer)");
				}
			})
			.orShould()
			.callMethodWhere(new DescribedPredicate<>("texts that are taken for HTML") {

				@Override
				public boolean test(final JavaMethodCall call) {
					final String owner = call.getTargetOwner().getFullName();
					return owner.equals("javax.swing.JOptionPane")
							|| owner.matches("(javax\\.swing|fovea\\.ui)\\..*")
									&& call.getName()
											.matches("setToolTipText(At)?|addTab|insertTab|setTitleAt|"
													+ "createTitledBorder");
				}
			})
			.because("Swing takes what begins with a tag for HTML, and names come from strangers");

	static final ArchRule htmlIsMadeInOnePlace = noClasses()
			.that()
			.haveNameNotMatching("fovea\\.ui\\.ModelCard|fovea\\.ui\\.help\\.HelpPane.*")
			.should()
			.dependOnClassesThat()
			.haveFullyQualifiedName("javax.swing.JEditorPane")
			.because("it shows HTML: ModelCard escapes all that it puts in, HelpPane shows what is packed");

	static final ArchRule imageJSpeaksThroughHost = noClasses()
			.that()
			.doNotHaveFullyQualifiedName("fovea.ij1.Host")
			.should()
			.callMethodWhere(new DescribedPredicate<>("calls of ImageJ's log, status bar and messages") {

				@Override
				public boolean test(final JavaMethodCall call) {
					return call.getTargetOwner().getFullName().equals("ij.IJ")
							&& call.getName().matches("log|error|showStatus|show.*Message.*");
				}
			})
			.because("Host escapes what would be obeyed");

	static final ArchRule commandLineSpeaksThroughConsole = noClasses()
			.that()
			.haveNameNotMatching("fovea\\.cli\\.(terminal\\.Console|Fovea)")
			.should()
			.callMethodWhere(new DescribedPredicate<>("calls of standard streams' writers") {

				@Override
				public boolean test(final JavaMethodCall call) {
					return call.getTargetOwner()
									.getFullName()
									.matches("fovea\\.cli\\.terminal\\.Console|picocli\\.CommandLine")
							&& call.getName().matches("out|err|getOut|getErr");
				}
			})
			.because("Console escapes what a terminal would obey");

	static final ArchRule macrosAreWrittenInOnePlace = noClasses()
			.that()
			.resideOutsideOfPackage("fovea.ij1.macro..")
			.should()
			.dependOnClassesThat()
			.haveFullyQualifiedName("ij.plugin.frame.Recorder")
			.because("a value may be made to add keys to a macro");

	static final ArchRule dialogsRememberNothing = fields().that()
			.areDeclaredInClassesThat()
			.resideInAPackage("fovea.command..")
			.and()
			.areAnnotatedWith(Parameter.class)
			.and(new DescribedPredicate<JavaField>("hold what a person types") {

				@Override
				public boolean test(final JavaField field) {
					return field.getRawType().isPrimitive()
							|| field.getRawType().isEquivalentTo(String.class)
							|| field.getRawType().isEquivalentTo(File.class);
				}
			})
			.should(ArchCondition.from(new DescribedPredicate<JavaField>("be inputs that are not kept, or outputs") {

				@Override
				public boolean test(final JavaField field) {
					final Parameter parameter = field.getAnnotationOfType(Parameter.class);
					return !parameter.persist()
							|| parameter.type() == ItemIO.OUTPUT
							|| parameter.visibility() == ItemVisibility.MESSAGE;
				}
			}))
			.because("what was typed last, or came from a model, would be taken for a default");

	static final ArchRule whatIsAskedForIsSaidInTasks = fields().that()
			.areDeclaredInClassesThat(JavaClass.Predicates.assignableTo("fovea.command.TrainCommand")
					.or(JavaClass.Predicates.assignableTo("fovea.command.ModelCommand")))
			.and()
			.areAnnotatedWith(Parameter.class)
			.should(ArchCondition.from(new DescribedPredicate<JavaField>("be images or outputs") {

				@Override
				public boolean test(final JavaField field) {
					final Parameter parameter = field.getAnnotationOfType(Parameter.class);
					return parameter.type() == ItemIO.OUTPUT
							|| field.getRawType().getPackageName().startsWith("ij")
							|| field.getRawType().getPackageName().startsWith("org.scijava");
				}
			}))
			.because("label, default and help of an option are in fovea.task");

	static final ArchRule nothingRunsCommandsByText = noClasses()
			.should()
			.callMethodWhere(new DescribedPredicate<>("calls that give options to ImageJ as text") {

				@Override
				public boolean test(final JavaMethodCall call) {
					return call.getTargetOwner().getFullName().equals("ij.IJ")
									&& call.getName().matches("run|runMacro|runPlugIn|doCommand")
							|| call.getTargetOwner().getFullName().equals("ij.Macro")
									&& call.getName().equals("setOptions");
				}
			})
			.because("a value may be made to add keys to them");

	static final ArchRule textGoesIntoTablesInOnePlace = noClasses()
			.that()
			.doNotHaveFullyQualifiedName("fovea.ij1.TableCells")
			.should()
			.callMethodWhere(new DescribedPredicate<>("calls that put text into ImageJ's tables, or save them") {

				@Override
				public boolean test(final JavaMethodCall call) {
					final boolean text = call.getTarget().getRawParameterTypes().stream()
							.skip(1)
							.anyMatch(type -> type.getName().equals(String.class.getName()));
					return call.getTargetOwner().getFullName().equals("ij.measure.ResultsTable")
							&& (call.getName()
											.matches(
													"(add|set)Label|save|saveAs|saveAndRename|setColumn|getRowAsString")
									|| call.getName().matches("addValue|setValue") && text);
				}
			})
			.because("a spreadsheet computes what begins as a formula");

	/**
	 * Each rule is a test of its own, under its name. They are not left to ArchUnit's engine, which builds may pass
	 * over.
	 */
	@TestFactory
	Stream<DynamicTest> rules() {
		final JavaClasses classes = new ClassFileImporter()
				.withImportOption(new ImportOption.DoNotIncludeTests())
				.importPackages("fovea");
		final List<Field> rules = Stream.of(ArchitectureTest.class.getDeclaredFields())
				.filter(field -> field.getType() == ArchRule.class)
				.toList();
		assertTrue(
				rules.size() > 20 && classes.size() > 300, rules.size() + " rules for " + classes.size() + " classes");
		return rules.stream()
				.map(rule -> DynamicTest.dynamicTest(rule.getName(), () -> ((ArchRule) rule.get(null)).check(classes)));
	}

	/** A line of values between commas or tabs is written by fovea.io.Csv, which knows what spreadsheets make of it. */
	@Test
	void tablesAreWrittenInOnePlace() throws IOException {
		final Pattern writer = Pattern.compile(
				"\"[^\"]*(?:\\w{2},\\w{2,},\\w|\\\\t)[^\"]*\"\\s*\\+|append\\((?:','|\",\"|'\\\\t')\\)|PrintWriter|"
						+ "\\.csv\"\\)?,\\s*\\w+\\.getBytes");
		final Set<String> found = new TreeSet<>();
		try (Stream<Path> files = Files.walk(SOURCES)) {
			for (final Path file :
					files.filter(file -> file.toString().endsWith(".java")).toList())
				if (!file.startsWith(SOURCES.resolve("fovea/text"))
						&& !file.endsWith("fovea/io/Csv.java")
						&& writer.matcher(Files.readString(file)).find())
					found.add(SOURCES.relativize(file).toString());
		}
		assertEquals(
				Set.of("fovea/cli/terminal/Console.java"), found, "write lines of values, or what looks like them");
	}

	private static ArchRule onlyIn(final String reason, final List<String> allowed, final String... known) {
		return noClasses()
				.that()
				.resideInAPackage("fovea..")
				.and(DescribedPredicate.not(resideInAnyPackage(allowed.toArray(String[]::new))))
				.should()
				.dependOnClassesThat()
				.resideInAnyPackage(known)
				.because(reason);
	}
}
