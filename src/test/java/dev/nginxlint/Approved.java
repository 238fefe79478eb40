package dev.nginxlint;

import java.io.File;
import java.nio.file.Path;
import org.approvaltests.Approvals;
import org.approvaltests.core.ApprovalFailureReporter;
import org.approvaltests.core.Options;
import org.approvaltests.namer.ApprovalNamer;
import org.approvaltests.reporters.AutoApproveReporter;
import org.approvaltests.reporters.QuietReporter;

/// Results that a person looked at and found right.
public final class Approved {
  private Approved() {}

  /// Compares with the approved text in a file; with `-Dupdate` writes the file instead.
  public static void verify(Path approved, String actual) {
    boolean update = System.getProperty("update") != null;
    ApprovalFailureReporter reporter = update ? new AutoApproveReporter() : new QuietReporter();
    Approvals.verify(actual, new Options(reporter).forFile().withNamer(new At(approved)));
  }

  /// Files where they are wanted, not beside the test.
  private record At(Path approved) implements ApprovalNamer {
    @Override
    public String getApprovalName() {
      return approved.getFileName().toString();
    }

    @Override
    public String getSourceFilePath() {
      return approved.toAbsolutePath().getParent() + File.separator;
    }

    @Override
    public ApprovalNamer addAdditionalInformation(String more) {
      return this;
    }

    @Override
    public String getAdditionalInformation() {
      return "";
    }

    @Override
    public File getApprovedFile(String extension) {
      return approved.toFile();
    }

    @Override
    public File getReceivedFile(String extension) {
      return new File(approved + ".received");
    }
  }
}
